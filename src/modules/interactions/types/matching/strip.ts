import type { MatchingContent, MatchingPublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. */
export function strip(content: MatchingContent): MatchingPublic {
  const plain = (side: MatchingContent['left']) => side.map(entry => ({ id: entry.id, text: entry.text }))
  return { version: 1, stem: content.stem, left: plain(content.left), right: plain(content.right), reuse: content.reuse }
}
