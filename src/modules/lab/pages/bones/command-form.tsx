import type { ReactNode } from 'react'
import { useState } from '../../../../ui/hooks.ts'
import type { AppPageProps, WorldRefusal } from '../app-page.ts'
import { Field, type FieldSpec } from './field.tsx'
import type { Drafts, Values } from './use-drafts.ts'
import { words } from './words.ts'

/** What every part of a page needs to do something. */
export type Doing = Pick<AppPageProps, 'act' | 'busy'> & { readonly drafts: Drafts }

type Props = Doing & {
  /** Under this name what is half typed is kept. */
  readonly name: string
  readonly type: string
  readonly fields: readonly FieldSpec[]
  /** The data of the command from what was typed; `confirm` names the warnings that were confirmed. */
  readonly data: (values: Values, confirm: readonly string[]) => unknown
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
  const { values, set, give, refusal, warned } = useCommandForm(props)
  const send = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    void give([])
  }
  return (
    <form className="bones-form" aria-label={name} onSubmit={send}>
      {fields.map(spec => (
        <Field
          spec={spec}
          value={values[spec.name] ?? ''}
          wrong={isWrong(refusal, spec.name)}
          onValue={value => set(spec.name, value)}
          key={spec.name}
        />
      ))}
      {children}
      {refusal !== null && (
        <p className="bones-refused bones-wide" role="alert">
          {refusal.zh}
        </p>
      )}
      <p className="lab-buttons bones-wide">
        <button type="submit" className={minor ? 'z-button' : 'z-button z-button-primary'} disabled={busy}>
          {submit}
        </button>
        {warned.length > 0 && (
          <button type="button" className="z-button" disabled={busy} onClick={() => void give(warned)}>
            {words.confirm}
          </button>
        )}
      </p>
    </form>
  )
}

/** A refusal names its field by the path in the data; the last known part of it is the field. */
function isWrong(refusal: WorldRefusal | null, field: string): boolean {
  const path = refusal?.field ?? null
  return path !== null && path.split('.').includes(field)
}

function useCommandForm({ name, type, fields, data, act, drafts, onDone, stays = false }: Props) {
  const fresh = Object.fromEntries(fields.map(spec => [spec.name, spec.first ?? '']))
  const [typed, setTyped] = useState<Values>(drafts.of(name) ?? {})
  const [refusal, setRefusal] = useState<WorldRefusal | null>(null)
  const [warned, setWarned] = useState<readonly string[]>([])
  const values = { ...fresh, ...typed }
  const set = (field: string, value: string): void => {
    const next = { ...typed, [field]: value }
    setTyped(next)
    setWarned([])
    drafts.keep(name, next)
  }
  const give = async (confirm: readonly string[]): Promise<void> => {
    const acted = await act(type, data(values, confirm), { quiet: true })
    const said = acted.kind === 'refused' ? acted.refusal : null
    setRefusal(said)
    setWarned(said?.code.startsWith('W_') === true ? [...confirm, said.code] : [])
    if (acted.kind !== 'done') return
    if (!stays) {
      drafts.drop(name)
      setTyped({})
    }
    onDone?.(acted.reply, values)
  }
  return { values, set, give, refusal, warned }
}
