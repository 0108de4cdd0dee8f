import { Link } from 'react-router'
import { instant } from '../../../../../kernel/instant.ts'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { showInstant } from '../../../../../ui/format.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { useLanguage, useWords } from '../../../../../ui/words.ts'
import { INTERACTION_NAMES } from '../../../../interactions/contract.ts'
import { showQueue } from '../../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** The writer's own drafts and what came back, each one step from going on; nothing while there are none. */
export function OwnDrafts() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const read = useRead(showQueue, {})
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const mine = read.data?.mine ?? []
  if (mine.length === 0) return null
  return (
    <Sheet title={words.start.own}>
      <ul className="z-own-drafts">
        {mine.map(version => (
          <li key={version.itemVersionId}>
            <Link to={`/items/studio/${version.itemVersionId}`}>{version.code}</Link>
            <span>{INTERACTION_NAMES[version.type][language]}</span>
            <StateWord tone={version.state === 'returned' ? 'waiting' : 'idle'}>{words.states[version.state]}</StateWord>
            <span className="z-note">{showInstant(instant(version.stateAt), language)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
