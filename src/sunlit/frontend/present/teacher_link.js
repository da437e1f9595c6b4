// SPDX-License-Identifier: MIT
// The lesson's end of the line to the teacher's window. The two talk by postMessage, which
// works from a folder as well; what is said is a slide's number, its plan and the clock.

export const NAME = "sunlit-teacher";
/** Marks our messages among those of browser extensions. */
export const OURS = "sunlit-present";

/** A line to a window with the guide at `address`. `state()` is what it shows, `does` its buttons. */
export function teacherLink(address, state, does) {
  let teacher = null;
  const tell = () => {
    if (teacher && !teacher.closed) teacher.postMessage({ [OURS]: "state", ...state() }, "*");
  };
  addEventListener("message", ({ data, source }) => {
    // From a folder every page has the origin "null": the window itself tells who speaks.
    if (!source || data?.[OURS] === undefined) return;
    if (data[OURS] === "here" && source.opener === window) {
      teacher = source;
      tell();
    } else if (source === teacher && Object.hasOwn(does, data[OURS])) {
      does[data[OURS]]();
    }
  });
  return {
    tell,
    /** Open the window, or bring it to the front; false when the browser refuses. */
    open() {
      if (teacher && !teacher.closed) {
        teacher.focus();
        return true;
      }
      teacher = window.open(`${address}#${NAME}`, NAME, "popup,width=560,height=760");
      return teacher !== null;
    },
  };
}
