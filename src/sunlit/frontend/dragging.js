// SPDX-License-Identifier: MIT
// Dragging, always beside a way by key and tap.

const FAR_ENOUGH = 6; // px that a pressed mouse moves before a click becomes a drag

/**
 * Let `control` be dragged with a mouse or pen. A finger taps: dragging would stop it from
 * scrolling. `trayAt(x, y)` finds what it may be dropped on; that has the class "over"
 * meanwhile. `onDrop(tray, y)` hears where it was let go.
 */
export function draggable(control, { trayAt, onStart, onDrop }) {
  let dragging = false;
  control.addEventListener("pointerdown", (down) => {
    if (down.pointerType === "touch" || down.button !== 0) return;
    if ((down.target.closest("button") ?? control) !== control) return;
    const { signal, stop } = listening();
    let over = null;
    const mark = (tray) => {
      over?.classList.remove("over");
      over = tray;
      over?.classList.add("over");
    };
    const move = (event) => {
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
      if (!dragging && Math.hypot(x, y) < FAR_ENOUGH) return;
      if (!dragging) {
        dragging = true;
        control.setPointerCapture(event.pointerId);
        control.classList.add("dragged");
        onStart();
      }
      control.style.translate = `${x}px ${y}px`;
      mark(trayAt(event.clientX, event.clientY));
    };
    const end = (event) => {
      stop();
      const tray = over;
      mark(null);
      control.style.translate = "";
      control.classList.remove("dragged");
      if (!dragging) return;
      // The click that ends a drag comes before this, and is no click.
      setTimeout(() => { dragging = false; });
      if (tray && event.type === "pointerup") onDrop(tray, event.clientY);
    };
    document.addEventListener("pointermove", move, { signal });
    document.addEventListener("pointerup", end, { signal });
    document.addEventListener("pointercancel", end, { signal });
  });
  control.addEventListener("click", (event) => {
    if (dragging) event.stopImmediatePropagation();
  }, { capture: true });
}

/** A signal that ends listeners, and the function that gives it. */
function listening() {
  const controller = new AbortController();
  return { signal: controller.signal, stop: () => controller.abort() };
}
