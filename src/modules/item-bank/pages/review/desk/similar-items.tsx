import { useState } from 'react'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { findSimilar } from '../../../contract.ts'
import { wordsOfVersion } from '../../../core/compare/version-words.ts'
import type { ItemViews } from '../../shared/item-views.ts'
import { type Opened, useReading } from '../../shared/use-reading.ts'
import { stateTones } from '../../shared/versions.ts'
import { en as bankEn } from '../../words.en.ts'
import { zh as bankZh } from '../../words.zh.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Similar = AnswerOf<typeof findSimilar>['items'][number]

/** Items of the bank that are much like the one on the desk; each opens beside it on demand, on record. */
export function SimilarItems({ opened, Shown }: { readonly opened: Opened } & Pick<ItemViews, 'Shown'>) {
  const words = useWords(zh, en).similar
  const text = wordsOfVersion(opened.content, {})
    .map(part => part.text)
    .join('\n')
    .slice(0, 8000)
  const similar = useRead(
    findSimilar,
    { body: { text, exceptItemId: opened.version.itemId, most: 5 } },
    { once: true, enabled: text.length >= 4 },
  )
  if (similar.isError) return <RefusalNote refusal={similar.error.told} onRetry={() => void similar.refetch()} />
  if (similar.isPending && similar.fetchStatus !== 'idle') return <WaitingSkeleton lines={2} head={false} />
  const items = similar.data?.items ?? []
  if (items.length === 0) return <p className="z-note">{words.none}</p>
  return (
    <ul className="z-similar-items">
      {items.map(item => (
        <SimilarItem key={item.itemVersionId} item={item} Shown={Shown} />
      ))}
    </ul>
  )
}

function SimilarItem({ item, Shown }: { readonly item: Similar } & Pick<ItemViews, 'Shown'>) {
  const words = useWords(zh, en).similar
  const states = useWords(bankZh, bankEn).state
  const [unfolded, setUnfolded] = useState(false)
  const { opened, open, busy, refusal } = useReading(item.itemVersionId)
  const turn = () => {
    setUnfolded(!unfolded)
    if (!unfolded && opened === null) void open()
  }
  return (
    <li>
      <div className="z-similar-head">
        <span className="z-strong">{fill(words.percent, { n: item.percent })}</span>
        <span>{item.code}</span>
        <StateWord tone={stateTones[item.state]}>{states[item.state]}</StateWord>
        <button type="button" className="z-link" disabled={busy} onClick={turn}>
          {unfolded ? words.close : words.open}
        </button>
      </div>
      <svg className="z-likeness" height="4" aria-hidden="true">
        <rect className="z-likeness-ground" width="100%" height="4" />
        <rect width={`${item.percent}%`} height="4" />
      </svg>
      <RefusalNote refusal={refusal} />
      {unfolded && opened && (
        <Shown type={opened.version.type} content={opened.content} answerKey={opened.key} stimulus={opened.stimulus} />
      )}
    </li>
  )
}
