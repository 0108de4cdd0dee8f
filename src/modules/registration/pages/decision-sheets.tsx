import { dayOf, instant } from '../../../kernel/instant.ts'
import { StateWord } from '../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { showDate } from '../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { STATE_WORDS } from '../contract.ts'
import type { ApplicationView } from '../core/application/views.ts'
import { stateTones } from './tones.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Every decision as it was made, the newest first: told from what was found then. */
export function DecisionSheets({ view }: { readonly view: ApplicationView }) {
  const words = useWords(zh, en).own
  const language = useLanguage()
  return view.decisions.toReversed().map(decision => {
    const clause = decision.verdict.clauses.find(c => c.clauseId === decision.clauseId)
    const facts = {
      date: showDate(dayOf(instant(decision.decidedAt)), language),
      edition: view.round.editionTitle,
      reference: showDate(decision.referenceDate, language),
    }
    return (
      <Sheet
        key={decision.decidedAt}
        title={words.decided}
        actions={
          <StateWord tone={stateTones[decision.outcome]} strong>
            {STATE_WORDS[decision.outcome][language]}
          </StateWord>
        }
      >
        {clause && <p>{clause.told[language]}</p>}
        {decision.reasons.length > 0 && (
          <ul className="z-own-reasons">
            {decision.reasons.map((reason, at) => (
              <li key={at}>{reason.text}</li>
            ))}
          </ul>
        )}
        <p className="z-note">{fill(words.decidedOn, facts)}</p>
      </Sheet>
    )
  })
}
