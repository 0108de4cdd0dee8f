import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import type { ItemDraft } from '../item.ts'

/** A draft as one text, to tell whether a file brings anything new. What a file left out is left out here as well. */
export function sourceText({ points, seconds, source, enemies, media, ...draft }: ItemDraft): string {
  return canonicalJson({
    ...draft,
    points: points.length === 0 ? undefined : points,
    seconds: seconds ?? undefined,
    source: source ?? undefined,
    enemies: enemies.length === 0 ? undefined : enemies,
    media: media.length === 0 ? undefined : media,
  })
}
