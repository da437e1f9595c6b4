// SPDX-License-Identifier: MIT
// Evening colours where the device asks for them, or the slide that holds this page has them;
// loaded first, so that nothing flashes.
"use strict";
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const given = new URLSearchParams(location.search).get("theme");
  const set = () => {
    const theme = given === "dark" || given === "light" ? given : dark.matches ? "dark" : "light";
    document.documentElement.dataset.theme = theme;
  };
  dark.addEventListener("change", set);
  set();
})();
