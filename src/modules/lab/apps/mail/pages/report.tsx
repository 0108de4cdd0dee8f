import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { chosenOf } from '../../../pages/parts/spec-field.tsx'
import type { LetterProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.reporting

/** 举报可疑邮件: with the reasons one has; which ones, and how many, is the person's judgement. */
export function Report(props: LetterProps & { readonly onBack: () => void }) {
  const { message, onBack } = props
  return (
    <section className="mail-inset" aria-label={words.title}>
      <h3>{words.title}</h3>
      <CommandForm
        {...props}
        name={`${words.title} ${message.id}`}
        type="mail.phish.report"
        fields={[{ name: 'reasons', zh: words.reasons, kind: 'checks', choices: words.list.map(reason => [reason, reason]) }]}
        data={v => ({ message: message.id, reasons: chosenOf(v['reasons']) })}
        submit={words.send}
        onDone={onBack}
      />
      <p>
        <button type="button" className="z-link" onClick={onBack}>
          {words.cancel}
        </button>
      </p>
    </section>
  )
}
