// Lets the theme's colours reach the kinds of diagram that the theme does not colour itself, and makes their letters large enough to read.
// The theme calls initialize() once, with a style sheet of its own, and draws each diagram in a shadow root, where its variables hold.

const drawn = `
  text { fill: var(--md-mermaid-label-fg-color) }
  .titleText, .sectionTitle, .grid .tick text, text[class*="askText"][class] { fill: var(--md-mermaid-label-fg-color) !important }
  .grid .tick text { font-size: 11px }
  .grid .tick { stroke: var(--md-default-fg-color--light) }
  .grid path { stroke: none }
  rect.section { fill: var(--md-default-fg-color) !important; opacity: 0.04 !important }
  rect.task { fill: var(--md-mermaid-node-bg-color) !important; stroke: var(--md-mermaid-node-fg-color) !important }
  rect.task.milestone { fill: var(--md-mermaid-node-fg-color) !important }
  rect.task[class*="crit"] { fill: var(--md-typeset-a-color) !important; stroke: var(--md-typeset-a-color) !important }
  rect.task[class*="done"] { stroke-dasharray: 4 3 }
  marker[id*="composition"] path { fill: var(--md-mermaid-edge-color) !important }
  marker[id*="dependency"] path, marker[id*="extension"] path { stroke: var(--md-mermaid-edge-color) !important }
  .timeline-node text { fill: var(--md-mermaid-label-fg-color) !important }
  .timeline-node path, .timeline-node rect { fill: var(--md-mermaid-node-bg-color) !important; stroke: var(--md-mermaid-node-fg-color) !important }
  .lineWrapper line { stroke: var(--md-mermaid-edge-color) !important }
`;
const gantt = {
  useWidth: 688, // of a page on a desk; on a phone the box scrolls
  useMaxWidth: false,
  fontSize: 13,
  sectionFontSize: 13,
  barHeight: 24,
  barGap: 8,
  topPadding: 64,
  titleTopMargin: 28,
  leftPadding: 100,
  rightPadding: 30,
  axisFormat: "%Y-%m",
};

const initialize = mermaid.initialize;

mermaid.initialize = (config) => initialize({ ...config, themeCSS: config.themeCSS + drawn, gantt });
