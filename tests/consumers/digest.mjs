// Writes documents in canonical form (RFC 8785), with nothing but what node has: `node digest.mjs TEXTS`, an array of JSON texts in a file.
// Prints an array of pairs: the canonical form, and its digest. RFC 8785 takes numbers and escapes from JSON.stringify, so only names need sorting.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  if (value === null || typeof value !== "object") {
    return JSON.stringify(value);
  }
  const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(",")}}`;
}

const texts = JSON.parse(readFileSync(process.argv[2], "utf8"));
const forms = texts.map((text) => canonical(JSON.parse(text)));

console.log(JSON.stringify(forms.map((form) => [form, `sha256:${createHash("sha256").update(form, "utf8").digest("hex")}`])));
