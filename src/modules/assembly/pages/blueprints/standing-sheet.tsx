import type { ReactNode } from 'react'
import { instant } from '../../../../kernel/instant.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { KeptVersion } from './kept-version.ts'
import type { Judgement } from './use-judgement.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly version: KeptVersion['version']
  readonly judged: Judgement
  readonly isEdited: boolean
  readonly acts: ReactNode
}

/** Where a version stands: who wrote and approved it, what is still wrong, what the bank has for it, and what can be done. */
export function StandingSheet({ version, judged: { faults, supply }, isEdited, acts }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { version: own } = words
  const edited = fill(own.edited, { by: version.editedBy, at: showInstant(instant(version.editedAt), language) })
  const approved =
    version.approvedAt !== null &&
    fill(own.approvedBy, { by: version.approvedBy ?? '', at: showInstant(instant(version.approvedAt), language) })
  return (
    <Sheet
      title={fill(words.number, { n: version.number })}
      note={[edited, approved].filter(Boolean).join(language === 'zh' ? '；' : '; ')}
    >
      <div className="z-stack">
        <div className="z-acts">
          <Verdict state={version.state} faults={faults.length} />
          {isEdited && <StateWord tone="waiting">{own.unsaved}</StateWord>}
        </div>
        {faults.length > 0 && (
          <ul className="z-field-faults" aria-label={own.faultList}>
            {faults.slice(0, 8).map(fault => (
              <li key={`${fault.path} ${fault.zh}`}>{fault[language]}</li>
            ))}
          </ul>
        )}
        <p className="z-note">{fill(own.supply, { items: supply.items, papers: supply.papers })}</p>
        {acts}
      </div>
    </Sheet>
  )
}

function Verdict({ state, faults }: { readonly state: KeptVersion['version']['state']; readonly faults: number }) {
  const words = useWords(zh, en).version
  if (state === 'approved')
    return (
      <StateWord tone="done" strong>
        {words.soundFixed}
      </StateWord>
    )
  return (
    <StateWord tone={faults === 0 ? 'done' : 'failing'} strong>
      {faults === 0 ? words.sound : fill(words.faults, { n: faults })}
    </StateWord>
  )
}
