import type { ReactNode } from 'react'
import { useState } from '../../../../ui/hooks.ts'
import type { AppPageProps } from '../app-page.ts'
import { Said } from './said.tsx'
import { type FieldSpec, SpecField } from './spec-field.tsx'
import { type Answer, useAsk } from './use-ask.ts'
import type { Drafts, Values } from './use-drafts.ts'

/** What every part of a page needs to do something. */
export type Doing = Pick<AppPageProps, 'act' | 'busy'> & { readonly drafts: Drafts }

type Props = Doing & {
  /** Under this name what is half typed is kept. */
  readonly name: string
  readonly type: string
  readonly fields: readonly FieldSpec[]
  /** The data of the command from what was typed. */
  readonly data: (values: Values) => object
  readonly submit: string
  readonly onDone?: (reply: unknown, values: Values) => void
  /** What the fields hold stays after it was done: settings are not typed anew. */
  readonly stays?: boolean
  /** Not what the page is for: its button does not stand out. */
  readonly minor?: boolean
  readonly children?: ReactNode
}

/** A form that gives one command. A refusal stands beside its button; a warning can be confirmed there. */
export function CommandForm(props: Props) {
  const { name, fields, submit, busy, minor = false, children } = props
  const { values, set, give, answer, quiet } = useCommandForm(props)
  const send = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void give()
  }
  return (
    <form className="lab-form lab-form-two" aria-label={name} onSubmit={send}>
      {fields.map(spec => (
        <SpecField
          spec={spec}
          value={values[spec.name] ?? ''}
          wrong={isWrong(answer, spec.name)}
          onValue={value => set(spec.name, value)}
          key={spec.name}
        />
      ))}
      {children}
      <Said answer={answer} onQuiet={quiet} busy={busy} />
      <p className="lab-buttons">
        <button type="submit" className={minor ? 'z-button' : 'z-button z-button-primary'} disabled={busy}>
          {submit}
        </button>
      </p>
    </form>
  )
}

/** A refusal names its field by the path in the data; the last known part of it is the field. */
function isWrong(answer: Answer | null, field: string): boolean {
  return answer?.field?.split('.').includes(field) === true
}

function useCommandForm({ name, type, fields, data, act, drafts, onDone, stays = false }: Props) {
  const fresh = Object.fromEntries(fields.map(spec => [spec.name, spec.first ?? '']))
  const [typed, setTyped] = useState<Values>(drafts.of(name) ?? {})
  const { answer, ask, quiet } = useAsk(act)
  const values = { ...fresh, ...typed }
  const set = (field: string, value: string): void => {
    const next = { ...typed, [field]: value }
    setTyped(next)
    // what was warned of was said of other data
    if (answer?.confirm !== null) quiet()
    drafts.keep(name, next)
  }
  const give = (): Promise<void> =>
    ask(type, data(values), reply => {
      if (!stays) {
        drafts.drop(name)
        setTyped({})
      }
      onDone?.(reply, values)
    })
  return { values, set, give, answer, quiet }
}
