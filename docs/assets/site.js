// A table that is too wide scrolls in its box: whoever has no mouse must be able to get there, and only there.
const reachable = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

document$.subscribe(() => {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) reachable.observe(box);
});
