import { Button, Input } from 'antd'
import type { KeyboardEvent, Ref } from 'react'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { DeskPlace, ShownAtDesk } from './desk-facts.ts'
import type { DeskWork } from './desk-work.ts'
import type { Verdict } from './use-verdict.ts'

type Props = {
  readonly ref: Ref<HTMLDivElement>
  readonly shown: ShownAtDesk
  readonly place: NonNullable<DeskPlace>
  readonly work: DeskWork
  readonly change: (part: Partial<DeskWork>) => void
  readonly verdict: Verdict
}

/** The remark and the two ways: on, or back to the writer. */
export function VerdictForm({ ref, shown, place, work, change, verdict }: Props) {
  const words = useWords(zh, en).verdict
  const on =
    place.tab === 'review'
      ? words.pass
      : place.tab === 'approve'
        ? words.approve
        : shown.version.state === 'trial'
          ? words.operate
          : words.trial
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void verdict.giveBack()
  }
  return (
    <section className="z-desk-verdict" aria-label={words.title} ref={ref}>
      {verdict.fault !== null && (
        <p role="alert">
          <StateWord tone="failing">{verdict.fault}</StateWord>
        </p>
      )}
      <RefusalNote refusal={verdict.refusal} what={words.refused} />
      <Input.TextArea
        aria-label={words.note}
        placeholder={words.noteHint}
        title={words.sendNote}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        value={work.note}
        onChange={event => change({ note: event.target.value })}
        onKeyDown={sendByKey}
      />
      <div className="z-verdict-acts">
        <Button danger disabled={verdict.busy} onClick={() => void verdict.giveBack()}>
          {words.return}
        </Button>
        <Button type="primary" loading={verdict.busy} onClick={() => void verdict.pass()}>
          {on}
        </Button>
      </div>
    </section>
  )
}
