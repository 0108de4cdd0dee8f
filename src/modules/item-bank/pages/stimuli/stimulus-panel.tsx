import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { listStimulusUses, readStimulus } from '../../contract.ts'
import { stateTones, typeName } from '../shared/versions.ts'
import type { StudioParts } from '../studio/studio-parts.ts'
import { en as bankEn } from '../words.en.ts'
import { zh as bankZh } from '../words.zh.ts'
import type { NewestStimulus } from './newest-stimuli.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly stimulus: NewestStimulus; readonly parts: Pick<StudioParts, 'Prose'> }

/** A stimulus beside the list: its words only when asked for, and the items that stand with it. */
export function StimulusPanel({ stimulus, parts }: Props) {
  const words = useWords(zh, en).panel
  return (
    <>
      <Sheet title={words.text}>
        <Text stimulus={stimulus} parts={parts} />
      </Sheet>
      <Sheet title={words.uses}>
        <Uses stimulus={stimulus} />
      </Sheet>
    </>
  )
}

function Text({ stimulus, parts }: Props) {
  const words = useWords(zh, en).panel
  const [asked, setAsked] = useState(false)
  const { stimulusVersionId } = stimulus
  const read = useRead(readStimulus, { params: { stimulusVersionId }, body: {} }, { once: true, enabled: asked })
  if (read.data)
    return (
      <div className="z-stack">
        <div className="z-item-stimulus">
          <parts.Prose prose={read.data.prose} />
        </div>
        {read.data.source !== null && <p className="z-note">{fill(words.source, { source: read.data.source })}</p>}
      </div>
    )
  return (
    <div className="z-item-secret">
      <p className="z-note">{words.why}</p>
      {read.isError && <RefusalNote refusal={read.error.told} what={words.refused} />}
      <Button loading={asked && read.isPending} onClick={() => setAsked(true)}>
        {words.open}
      </Button>
    </div>
  )
}

function Uses({ stimulus }: Pick<Props, 'stimulus'>) {
  const words = useWords(zh, en).panel
  const states = useWords(bankZh, bankEn).state
  const language = useLanguage()
  const uses = useRead(listStimulusUses, { params: { stimulusId: stimulus.stimulusId } })
  if (uses.isError) return <RefusalNote refusal={uses.error.told} onRetry={() => void uses.refetch()} />
  if (uses.isPending) return <WaitingSkeleton lines={3} head={false} />
  const { versions, hidden } = uses.data
  const numbers = new Map(stimulus.versions.map(version => [version.stimulusVersionId, version.number]))
  return (
    <>
      {versions.length + hidden === 0 && <p className="z-note">{words.unused}</p>}
      <ul className="z-stimulus-uses">
        {versions.map(version => {
          const n = numbers.get(version.stimulusVersionId ?? '') ?? 0
          return (
            <li key={version.itemVersionId}>
              <Link to={`/items/history/${version.itemId}`}>{version.code}</Link>
              <span>{typeName(version.type, language)}</span>
              <StateWord tone={stateTones[version.state]}>{states[version.state]}</StateWord>
              <span className="z-note">
                {fill(words.ofVersion, { n })}
                {n < stimulus.number && `，${words.older}`}
              </span>
            </li>
          )
        })}
      </ul>
      {hidden > 0 && <p className="z-note">{fill(words.hidden, { n: hidden })}</p>}
    </>
  )
}
