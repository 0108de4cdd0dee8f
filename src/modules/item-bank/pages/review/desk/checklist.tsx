import { Checkbox } from 'antd'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { CHECKLIST, CHECKLIST_POINTS } from '../../../contract.ts'
import type { History } from '../../shared/versions.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Props = { readonly confirmed: readonly string[]; readonly onToggle: (point: string) => void }

/** What a reviewer confirms point by point; the digit before a point turns it about. */
export function Checklist({ confirmed, onToggle }: Props) {
  const words = useWords(zh, en).checklist
  const language = useLanguage()
  return (
    <Sheet title={words.title} note={fill(words.done, { n: confirmed.length, all: CHECKLIST_POINTS.length })}>
      <ul className="z-checklist">
        {CHECKLIST_POINTS.map((point, at) => (
          <li key={point}>
            <Checkbox checked={confirmed.includes(point)} onChange={() => onToggle(point)}>
              {CHECKLIST[point][language]}
            </Checkbox>
            <kbd aria-hidden="true">{at + 1}</kbd>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** What the reviewer confirmed, for whoever approves. */
export function GivenChecklist({ verdict }: { readonly verdict: History['verdicts'][number] }) {
  const words = useWords(zh, en).checklist
  const language = useLanguage()
  return (
    <Sheet title={fill(words.by, { person: verdict.person })}>
      {verdict.checklist.length === 0 ? (
        <p className="z-note">{words.byFile}</p>
      ) : (
        <ul className="z-checklist">
          {CHECKLIST_POINTS.map(point => (
            <li key={point}>
              <span>{CHECKLIST[point][language]}</span>
              {verdict.checklist.includes(point) ? (
                <StateWord tone="done">{words.confirmed}</StateWord>
              ) : (
                <StateWord tone="failing">{words.open}</StateWord>
              )}
            </li>
          ))}
        </ul>
      )}
      {verdict.note !== '' && <p className="z-checklist-note">{verdict.note}</p>}
    </Sheet>
  )
}
