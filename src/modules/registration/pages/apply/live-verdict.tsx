import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { useNarrow } from '../../../../ui/components/table/use-table-state.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { FormDesk } from './use-form.ts'
import { VerdictPanel, verdictTones } from './verdict-panel.tsx'

/** Below this width the verdict folds, in pixels. */
const NARROW = 1100

/** Beside the form where there is room; on a phone one line above it that unfolds. */
export function LiveVerdict({ desk }: { readonly desk: FormDesk }) {
  const language = useLanguage()
  const words = useWords(zh, en).verdict
  const narrow = useNarrow(NARROW)
  const { draft, verdicts, view, incomplete, change, blank } = desk
  const verdict = verdicts.find(v => v.level === draft.level)
  if (!verdict) return null
  const panel = (
    <VerdictPanel
      verdict={verdict}
      levelName={view.levelNames[draft.level] ?? draft.level}
      chosen={draft.clauseId}
      incomplete={incomplete.length}
      blank={blank}
      onChoose={clauseId => change({ clauseId })}
    />
  )
  if (!narrow) return <aside className="z-apply-verdict">{panel}</aside>
  return (
    <details className="z-apply-verdict z-verdict-fold">
      <summary aria-label={words.title}>
        <StateWord tone={blank ? 'idle' : verdictTones[verdict.verdict]}>
          <span className="z-wrap">{blank ? words.unjudged : verdict.told[language]}</span>
        </StateWord>
      </summary>
      {panel}
    </details>
  )
}
