import { fill } from '../../../../../../ui/words.ts'
import { ChoiceField, TextField } from '../../../../pages/parts/fields.tsx'
import type { FreightText, RuleText } from '../texts.ts'
import type { Office } from '../view.ts'
import { words as shop } from '../words.ts'
import { EMPTY_FREIGHT, EMPTY_RULE, freightData, freightText } from './freight-text.ts'
import { words } from './words.ts'

type Part = Office & { readonly id: string; readonly text: FreightText; readonly onText: (text: FreightText) => void }

/** A plan of freight: groups of regions, each with its first and its further step. */
export function FreightForm(props: Office & { readonly id: string }) {
  const { id, view, kept, keep } = props
  const plan = view.freights.find(f => f.id === id)
  const text = kept.freight[id] ?? (plan === undefined ? EMPTY_FREIGHT : freightText(plan))
  const part = { ...props, text, onText: (next: FreightText) => keep('freight', id, next) }
  return (
    <form className="shop-form" onSubmit={event => event.preventDefault()}>
      <h2>{plan === undefined ? words.newPlanTitle : fill(words.editPlanTitle, { id })}</h2>
      <div className="lab-form">
        <TextField label={words.planName} value={text.name} onValue={name => part.onText({ ...text, name })} />
        <ChoiceField
          label={words.mode}
          value={text.mode}
          choices={Object.entries(words.modes).map(([value, zh]) => ({ value, zh }))}
          onValue={mode => part.onText({ ...text, mode: mode === 'piece' ? 'piece' : 'weight' })}
        />
        <TextField label={words.freeOver} kind="decimal" value={text.freeOver} onValue={freeOver => part.onText({ ...text, freeOver })} />
      </div>
      {text.rules.map((rule, i) => (
        <Rule {...part} rule={rule} at={i} key={i} />
      ))}
      <button type="button" className="z-button" onClick={() => part.onText({ ...text, rules: [...text.rules, EMPTY_RULE] })}>
        {words.addGroup}
      </button>
      <Regions {...part} label={words.excluded} chosen={text.excluded} onChoose={excluded => part.onText({ ...text, excluded })} />
      <Ends {...part} />
    </form>
  )
}

function Rule(props: Part & { readonly rule: RuleText; readonly at: number }) {
  const { rule, at, text, onText } = props
  const set = (change: Partial<RuleText>): void =>
    onText({ ...text, rules: text.rules.map((r, i) => (i === at ? { ...r, ...change } : r)) })
  return (
    <section className="shop-rule" aria-label={fill(words.group, { n: at + 1 })}>
      <div className="shop-line">
        <h3>{fill(words.group, { n: at + 1 })}</h3>
        <button
          type="button"
          className="z-link"
          disabled={text.rules.length === 1}
          onClick={() => onText({ ...text, rules: text.rules.filter((_r, i) => i !== at) })}
        >
          {shop.remove}
        </button>
      </div>
      <Regions {...props} label={words.regions} chosen={rule.regions} onChoose={regions => set({ regions })} />
      <div className="shop-rule-fees">
        <TextField label={words.first[text.mode]} kind="decimal" value={rule.first} onValue={first => set({ first })} />
        <TextField label={words.firstFee} kind="decimal" value={rule.firstFee} onValue={firstFee => set({ firstFee })} />
        <TextField label={words.addUnit[text.mode]} kind="decimal" value={rule.add} onValue={add => set({ add })} />
        <TextField label={words.addFee} kind="decimal" value={rule.addFee} onValue={addFee => set({ addFee })} />
      </div>
    </section>
  )
}

type RegionsProps = Part & { readonly label: string; readonly chosen: readonly string[]; readonly onChoose: (regions: string[]) => void }

/** Regions as ticks. Those that stand in another group can still be ticked: the platform finds doubles. */
function Regions({ label, chosen, onChoose, view, text }: RegionsProps) {
  const named = new Set([...text.rules.flatMap(r => r.regions), ...text.excluded])
  const turn = (region: string, on: boolean): void => onChoose(view.regions.filter(r => (r === region ? on : chosen.includes(r))))
  return (
    <fieldset className="lab-set">
      <legend>{label}</legend>
      <div className="shop-regions">
        {view.regions.map(region => {
          const elsewhere = named.has(region) && !chosen.includes(region)
          return (
            <label
              key={region}
              className={elsewhere ? 'shop-region shop-region-taken' : 'shop-region'}
              title={elsewhere ? words.elsewhere : ''}
            >
              <input
                type="checkbox"
                checked={chosen.includes(region)}
                onChange={event => turn(region, (event.target as HTMLInputElement).checked)}
              />
              {region}
            </label>
          )
        })}
      </div>
      <span className="lab-buttons">
        <button type="button" className="z-link" onClick={() => onChoose(view.regions.filter(r => chosen.includes(r) || !named.has(r)))}>
          {words.rest}
        </button>
        <button type="button" className="z-link" onClick={() => onChoose([])}>
          {words.clear}
        </button>
      </span>
    </fieldset>
  )
}

function Ends({ id, text, ask, tell, keep, open, busy }: Part) {
  const save = (): void => {
    const made = freightData(text)
    if (!made.ok) return tell(made.zh)
    void ask('shop.freight.save', { id: id === 'new' ? null : id, ...made.data }, () => {
      keep('freight', id, null)
      open('/freight')
    })
  }
  return (
    <div className="lab-buttons">
      <button type="button" className="z-button z-button-primary" disabled={busy} onClick={save}>
        {shop.save}
      </button>
      <button type="button" className="z-button" onClick={() => open('/freight')}>
        {shop.back}
      </button>
    </div>
  )
}
