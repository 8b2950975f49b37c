const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for HTML and XML, in content and in quoted attributes. Characters that XML forbids become U+FFFD. */
export const escapeText = (text: string): string =>
  allowed(text).replace(/[&<>"']/g, (character) => entities[character]!)

/** The same for content alone, where quotes are characters as others: JSON is half as long. */
export const escapeContent = (text: string): string =>
  allowed(text).replace(/[&<>]/g, (character) => entities[character]!)

const allowed = (text: string): string =>
  // Through bytes, because a lone surrogate has none.
  Buffer.from(text)
    .toString()
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd')
