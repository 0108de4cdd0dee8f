import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { FieldSpec } from '../../../pages/parts/spec-field.tsx'
import type { Values } from '../../../pages/parts/use-drafts.ts'
import { fenOf, countOf } from '../../../pages/parts/money.ts'
import { showMoney } from '../../../../../ui/format.ts'
import type { PayProps, Rule } from './view.ts'
import { words as all } from './words.ts'

const words = all.risk
type Condition = Rule['conditions'][number]

/** A condition as one reads it: amounts in 元, counts as they are. */
export function conditionText({ field, least }: Condition): string {
  if (field === 'amount') return fill(words.saysAmount, { amount: showMoney(least) })
  return field === 'count' ? fill(words.saysCount, { n: least }) : words.saysNew
}

function fieldsOf(rule: Rule | null): readonly FieldSpec[] {
  const least = (field: string): number | undefined => rule?.conditions.find(c => c.field === field)?.least
  const amount = least('amount')
  return [
    { name: 'name', zh: words.name, first: rule?.name ?? '' },
    { name: 'order', zh: words.place, kind: 'count', first: String(rule?.order ?? '') },
    { name: 'amount', zh: words.amountLeast, kind: 'yuan', first: amount === undefined ? '' : String(amount / 100) },
    { name: 'count', zh: words.countLeast, kind: 'count', first: String(least('count') ?? '') },
    { name: 'newPayee', zh: words.newPayee, kind: 'check', first: (least('newPayee') ?? 0) > 0 ? 'yes' : '' },
    { name: 'action', zh: words.action, kind: 'choice', choices: Object.entries(words.actions), first: rule?.action ?? '' },
  ]
}

/** Every field that is filled is a condition; what is typed and is no number goes as it is, to be refused. */
function conditionsOf(v: Values): readonly { readonly field: string; readonly least: number | null }[] {
  const { amount = '', count = '', newPayee = '' } = v
  return [
    ...(amount.trim() === '' ? [] : [{ field: 'amount', least: fenOf(amount) }]),
    ...(count.trim() === '' ? [] : [{ field: 'count', least: countOf(count) }]),
    ...(newPayee === 'yes' ? [{ field: 'newPayee', least: 1 }] : []),
  ]
}

/** A new rule, or one that is changed. */
export function RuleForm(props: PayProps & { readonly rule: Rule | null; readonly onDone: () => void }) {
  const { rule, onDone } = props
  const title = rule === null ? words.fresh : fill(words.editing, { name: rule.name })
  return (
    <section className="pay-part" aria-label={title}>
      <h2>{title}</h2>
      <CommandForm
        {...props}
        name={title}
        type="pay.risk.rule.save"
        fields={fieldsOf(rule)}
        data={v => ({
          id: rule?.id ?? null,
          name: (v['name'] ?? '').trim(),
          conditions: conditionsOf(v),
          action: v['action'] ?? '',
          order: countOf(v['order'] ?? ''),
        })}
        submit={words.save}
        onDone={onDone}
      />
      {rule !== null && (
        <p>
          <button type="button" className="z-link" onClick={onDone}>
            {words.cancel}
          </button>
        </p>
      )}
    </section>
  )
}
