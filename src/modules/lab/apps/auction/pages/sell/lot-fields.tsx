import { ChoiceField, AreaField, TextField } from '../../../../pages/parts/fields.tsx'
import type { useEntry } from '../../../../pages/parts/use-entry.ts'
import { filled } from '../parts.tsx'
import type { AuctionView } from '../view.ts'
import { words } from '../words.ts'
import { type LotEntry, fieldsOf } from './lot-entry.ts'

const w = words.publish
type Props = { readonly view: AuctionView; readonly typed: ReturnType<typeof useEntry<LotEntry>>; readonly fresh: boolean }

/** The thing, then its terms; which terms there are follows from the kind of auction. */
export function LotFields(props: Props) {
  const { view, typed } = props
  const categories = [...new Set(view.lots.map(l => l.category))]
  return (
    <>
      <div className="pai-thing">
        <TextField required label={w.name} maxLength={30} note={w.nameNote} {...typed.bind('title')} />
        <TextField required label={w.category} maxLength={20} list="pai-categories" {...typed.bind('category')} />
        <ChoiceField required label={w.kind} {...typed.bind('kind')} choices={view.kinds.map(({ id, zh }) => ({ value: id, zh }))} />
        <datalist id="pai-categories">
          {categories.map(category => (
            <option value={category} key={category}>
              {category}
            </option>
          ))}
        </datalist>
      </div>
      <AreaField label={w.description} {...typed.bind('description')} />
      <div className="lab-form">
        <PriceFields {...props} />
        <TermFields {...props} />
      </div>
    </>
  )
}

function PriceFields({ typed }: Props) {
  const { kind } = typed.entry
  const asked = fieldsOf(kind)
  const dutch = kind === 'dutch'
  return (
    <>
      <TextField
        required
        label={kind === 'fixed' ? words.lot.startFixed : w.start}
        kind="yuan"
        unit={words.yuan}
        {...typed.bind('start')}
      />
      {asked.reserve && (
        <TextField
          label={dutch ? w.floor : w.reserve}
          kind="yuan"
          unit={words.yuan}

          note={dutch ? w.floorNote : w.reserveNote}
          {...typed.bind('reserve')}
        />
      )}
      {asked.step && <TextField required label={dutch ? w.down : w.step} kind="yuan" unit={words.yuan} {...typed.bind('step')} />}
      {dutch && <TextField required label={w.every} kind="count" unit={w.minutes} {...typed.bind('every')} />}
      {asked.buyNow && <TextField label={w.buyNow} kind="yuan" unit={words.yuan} {...typed.bind('buyNow')} />}
      {asked.pieces && <TextField required label={w.quantity} kind="count" {...typed.bind('quantity')} />}
    </>
  )
}

function TermFields({ view, typed, fresh }: Props) {
  return (
    <>
      <TextField
        required
        label={w.hours}
        kind="count"
        unit={w.hour}
        note={filled(w.hoursNote, { n: view.mostHours })}
        {...typed.bind('hours')}
      />
      <TextField required label={w.shipFee} kind="yuan" unit={words.yuan} {...typed.bind('shipFee')} />
      <TextField label={w.deposit} kind="yuan" unit={words.yuan} {...typed.bind('deposit')} />
      {fresh && <TextField label={w.after} kind="count" unit={w.minutes} {...typed.bind('after')} />}
    </>
  )
}
