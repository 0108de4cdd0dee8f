import { useState } from '../../../../../ui/hooks.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { showMoney } from '../../../../../ui/format.ts'
import { RuleForm, conditionText } from './risk-rule.tsx'
import type { PayProps, Risk } from './view.ts'
import { words as all } from './words.ts'

const words = all.risk

/** 风控台: payments that a rule stopped, and the rules in their order. */
export function RiskDesk(props: PayProps) {
  const { risk } = props.view
  const [editing, setEditing] = useState<string | null>(null)
  if (risk === null) return null
  const rule = risk.rules.find(r => r.id === editing)
  return (
    <>
      <section className="pay-part" aria-label={words.cases}>
        <h2>{words.cases}</h2>
        <Cases {...props} risk={risk} />
      </section>
      <section className="pay-part" aria-label={words.rules}>
        <h2>{words.rules}</h2>
        <Rules risk={risk} onEdit={setEditing} />
      </section>
      <RuleForm {...props} rule={rule ?? null} onDone={() => setEditing(null)} key={editing ?? ''} />
    </>
  )
}

function Cases({ risk, act, busy }: PayProps & { readonly risk: Risk }) {
  const columns = [{ zh: words.case }, { zh: words.order }, { zh: words.amount, number: true }, { zh: words.rule }, { zh: words.verdict }]
  const rows = risk.cases.map(({ id, outNo, amount, rule, decided }) => ({
    key: id,
    cells: [
      id,
      outNo,
      showMoney(amount),
      risk.rules.find(r => r.id === rule)?.name ?? rule,
      decided === null ? (
        <span className="lab-buttons" key="acts">
          <ActButton act={act} busy={busy} type="pay.risk.case.decide" data={{ id, verdict: 'release' }} label={words.release} about={id} />
          <ActButton act={act} busy={busy} type="pay.risk.case.decide" data={{ id, verdict: 'stop' }} label={words.stop} about={id} />
        </span>
      ) : (
        (words.verdicts[decided] ?? decided)
      ),
    ],
  }))
  return <SheetTable label={words.cases} columns={columns} rows={rows} empty={words.casesNone} />
}

function Rules({ risk, onEdit }: { readonly risk: Risk; readonly onEdit: (id: string) => void }) {
  const columns = [
    { zh: words.place, number: true },
    { zh: words.name },
    { zh: words.when },
    { zh: words.action },
    { zh: words.edit, unseen: true },
  ]
  const rows = risk.rules
    .toSorted((a, b) => a.order - b.order)
    .map(({ id, order, name, conditions, action }) => ({
      key: id,
      cells: [
        order,
        name,
        conditions.map(conditionText).join('，'),
        words.actions[action] ?? action,
        <button type="button" className="z-link" aria-label={`${words.edit} ${name}`} onClick={() => onEdit(id)} key="edit">
          {words.edit}
        </button>,
      ],
    }))
  return <SheetTable label={words.rules} columns={columns} rows={rows} empty={words.rulesNone} />
}
