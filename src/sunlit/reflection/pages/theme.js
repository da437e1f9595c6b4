// SPDX-License-Identifier: MIT
// Evening colours where the device asks for them; loaded first, so that nothing flashes.
"use strict";
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const set = () => { document.documentElement.dataset.theme = dark.matches ? "dark" : "light"; };
  dark.addEventListener("change", set);
  set();
})();
