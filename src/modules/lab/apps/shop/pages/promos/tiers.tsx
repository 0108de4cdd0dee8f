import { fill } from '../../../../../../ui/words.ts'
import { TextField } from '../../../../pages/parts/fields.tsx'
import { words as shop } from '../words.ts'
import type { Kind, TierText } from '../texts.ts'
import type { PromoPart } from '../view.ts'
import { EMPTY_TIER } from './promo-text.ts'
import { words } from './words.ts'

const FIELDS: Readonly<Record<Kind, readonly (readonly [keyof TierText, string])[]>> = {
  discount: [['pay', words.pay]],
  flash: [['price', words.price]],
  amount: [
    ['min', words.minFen],
    ['off', words.off],
  ],
  count: [
    ['min', words.minCount],
    ['pay', words.pay],
  ],
  gift: [
    ['min', words.minFen],
    ['gift', words.gift],
  ],
  bundle: [['price', words.price]],
}

/** How much is taken off, from which amount on; up to five steps. */
export function Tiers({ text, onText }: PromoPart) {
  const set = (at: number, key: keyof TierText, value: string): void =>
    onText({ ...text, tiers: text.tiers.map((t, i) => (i === at ? { ...t, [key]: value } : t)) })
  return (
    <fieldset className="lab-set">
      <legend>{words.tiers}</legend>
      {text.tiers.map((tier, i) => (
        <div className="shop-tier" key={i}>
          <span className="z-note">{fill(words.tier, { n: i + 1 })}</span>
          {FIELDS[text.kind].map(([key, label]) => (
            <TextField label={label} kind="decimal" maxLength={20} value={tier[key]} onValue={value => set(i, key, value)} key={key} />
          ))}
          <button
            type="button"
            className="z-link"
            disabled={text.tiers.length === 1}
            onClick={() => onText({ ...text, tiers: text.tiers.filter((_t, at) => at !== i) })}
          >
            {shop.remove}
          </button>
        </div>
      ))}
      {text.tiers.length < 5 && (
        <button type="button" className="z-button" onClick={() => onText({ ...text, tiers: [...text.tiers, EMPTY_TIER] })}>
          {words.addTier}
        </button>
      )}
    </fieldset>
  )
}
