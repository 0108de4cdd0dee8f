import { fromMarkdown } from 'mdast-util-from-markdown'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { directive } from 'micromark-extension-directive'
import { gfmTable } from 'micromark-extension-gfm-table'

export type MarkdownTree = ReturnType<typeof fromMarkdown>
export type MarkdownNode = MarkdownTree['children'][number]

/** Front matter and body of a Markdown file; `head` is null when there is none. */
export function splitFrontMatter(text: string): { readonly head: string | null; readonly body: string } {
  const found = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text)
  return found ? { head: found[1] ?? '', body: text.slice(found[0].length) } : { head: null, body: text }
}

/** CommonMark with tables and directives, as a tree. Nothing is turned into HTML, so nothing of it can be executed. */
export function readMarkdown(text: string): MarkdownTree {
  return fromMarkdown(text, {
    extensions: [gfmTable(), directive()],
    mdastExtensions: [gfmTableFromMarkdown(), directiveFromMarkdown()],
  })
}
