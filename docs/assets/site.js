// A table or diagram that is too wide scrolls in its box: whoever has no mouse must be able to get there, and only there.
const reachable = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
const watch = () => {
  for (const box of document.querySelectorAll(".md-typeset__scrollwrap, div.mermaid")) reachable.observe(box); // again is no harm
};

document$.subscribe(() => {
  watch();
  new MutationObserver(watch).observe(document.body, { childList: true, subtree: true }); // the theme makes some boxes later
});
