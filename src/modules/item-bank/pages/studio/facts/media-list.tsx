import { useWords } from '../../../../../ui/words.ts'
import { mediaOf } from '../../../../interactions/contract.ts'
import type { Documents, OpenedVersion } from '../studio-draft.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { FactField } from './fact-field.tsx'

/** The pictures that stand in the item, each with its licence. */
export function MediaList({ media, documents }: { readonly media: OpenedVersion['media']; readonly documents: Documents }) {
  const words = useWords(zh, en).facts
  const standing = mediaOf([documents.content, documents.key])
  const shown = standing.flatMap(id => media.find(one => one.mediaId === id) ?? [])
  return (
    <FactField label={words.media} path="media" faults={[]}>
      {shown.length === 0 ? (
        <p className="z-note">{words.noMedia}</p>
      ) : (
        <ul className="z-media-list">
          {shown.map(one => (
            <li key={one.mediaId}>
              <img src={`/api/item-bank/media/${one.mediaId}`} alt={one.alt} />
              <span>
                {words.licences[one.licence]}
                <span className="z-note">{[one.holder, one.source].join(' · ')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </FactField>
  )
}
