import { ProgressJob } from '../../../../ui/components/facts/progress-job.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { cancelRun, showMillionths, showRun } from '../../contract.ts'
import { gapText, spentText } from '../facts/show.ts'
import type { RunAnswer } from './answers.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Run = RunAnswer['run']

/** How far a run has come, with the way to stop it. */
export function RunProgress({ run }: { readonly run: Run }) {
  const words = useWords(zh, en).run
  const phase = usePhase(run)
  const { act, busy, refusal } = useAct(cancelRun, [showRun])
  const cancel = async () => {
    const reply = await act({ params: { runId: run.runId }, body: {} })
    if (reply.ok) notice(words.cancelled, 'ended')
  }
  const done = run.progress?.form ? run.progress.form - 1 : 0
  return (
    <Sheet>
      <ProgressJob
        title={words.progress}
        state="running"
        done={done}
        total={run.forms}
        phase={phase}
        {...(!run.isCancelAsked && !busy && { onCancel: () => void cancel() })}
      />
      <RefusalNote refusal={refusal} what={words.cancelRefused} />
    </Sheet>
  )
}

function usePhase({ state, isCancelAsked, progress }: Run): string {
  const words = useWords(zh, en)
  const language = useLanguage()
  if (isCancelAsked) return words.run.asked
  if (progress === null) return state === 'queued' ? words.run.waits : words.stages.facts
  const { form, forms, stage, milliseconds, best, bound, gap } = progress
  const facts = { form: form ?? 0, forms, stage: words.stages[stage], spent: spentText(milliseconds, language) }
  const figures = [
    best === null ? '' : fill(words.run.best, { value: showMillionths(best) }),
    bound === null ? '' : fill(words.run.bound, { value: showMillionths(bound) }),
    gap === null ? '' : fill(words.run.gap, { value: gapText(gap) }),
  ].filter(Boolean)
  const separator = language === 'zh' ? '；' : '; '
  return [fill(form === null ? words.run.lineAll : words.run.line, facts), ...figures].join(separator)
}
