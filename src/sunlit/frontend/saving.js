// SPDX-License-Identifier: MIT
// A drawing as a file on this device, by a download link. Nothing leaves the device.

const SHARP = 2; // pixels of a picture for each unit of the drawing

/** Offer `blob` as a file called `name`. */
function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click; a minute is more than it takes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const asBlob = (svg) =>
  new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });

/** Save a drawing (an svg element with width and height) as it is. */
export const saveSvg = (svg, name) => download(asBlob(svg), `${name}.svg`);

/** Save a drawing as a picture; whether it went well. */
export async function savePng(svg, name) {
  const address = URL.createObjectURL(asBlob(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Number(svg.getAttribute("width")) * SHARP;
    canvas.height = Number(svg.getAttribute("height")) * SHARP;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
    if (!blob) return false;
    download(blob, `${name}.png`);
    return true;
  } catch {
    return false;
  } finally {
    URL.revokeObjectURL(address);
  }
}
