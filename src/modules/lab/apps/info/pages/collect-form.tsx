import { AreaField, ChoiceField, TextField, TickField } from '../../../pages/parts/fields.tsx'
import { YUAN_PATTERN, fenOf, yuanText } from '../../../pages/parts/money.ts'
import type { Collecting, Draft, InfoView, SheetRow } from './view.ts'
import { words } from './words.ts'

const RELIABLE = ['高', '中', '低'].map(value => ({ value, zh: value }))

/** The row as text in fields; an empty form for null. */
export function draftOf(row: SheetRow | null): Draft {
  if (row !== null) return { ...row, price: yuanText(row.price), least: String(row.least) }
  return {
    id: null,
    company: '',
    item: '',
    price: '',
    unit: '',
    taxed: false,
    least: '',
    contact: '',
    phone: '',
    url: '',
    day: '',
    reliability: '',
  }
}

/** One row of the collection sheet. After saving, item, unit and tax stay for the next one of the same goods. */
export function CollectForm({ view, draft, onDraft, act, busy }: Collecting) {
  const put = (more: Partial<Draft>): void => onDraft({ ...draft, ...more })
  const save = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const { url, day } = draft
    const row = { ...draft, price: fenOf(draft.price), least: Number(draft.least), url: url.trim(), day: day.trim() }
    const acted = await act('info.collect.row.save', row)
    if (acted.kind === 'done') onDraft({ ...draftOf(null), item: draft.item, unit: draft.unit, taxed: draft.taxed })
  }
  return (
    <form className="info-collect" onSubmit={event => void save(event)}>
      <h3>{draft.id === null ? words.newRow : `${words.editing} ${draft.id}`}</h3>
      <TextField label={words.company} value={draft.company} onValue={company => put({ company })} required maxLength={60} wide />
      <TextField label={words.item} value={draft.item} onValue={item => put({ item })} required maxLength={40} />
      <Offer view={view} draft={draft} put={put} />
      <TextField label={words.contact} value={draft.contact} onValue={contact => put({ contact })} maxLength={20} />
      <TextField label={words.phone} value={draft.phone} onValue={phone => put({ phone })} maxLength={30} />
      <AreaField
        label={words.url}
        value={draft.url}
        onValue={url => put({ url: url.replace(/\s/g, '') })}
        rows={2}
        maxLength={300}
        required
      />
      <TextField label={words.day} value={draft.day} onValue={day => put({ day })} placeholder="2026-03-01" required maxLength={10} wide />
      <div className="lab-buttons">
        <button type="submit" className="z-button z-button-primary" disabled={busy}>
          {draft.id === null ? words.saveRow : words.saveChange}
        </button>
        {draft.id !== null && (
          <button type="button" className="z-button" onClick={() => onDraft(draftOf(null))}>
            {words.cancel}
          </button>
        )}
      </div>
    </form>
  )
}

type OfferProps = { readonly view: InfoView; readonly draft: Draft; readonly put: (more: Partial<Draft>) => void }

/** Quantity, price, unit, tax, and how far the source is believed. */
function Offer({ view, draft, put }: OfferProps) {
  const units = view.units.map(value => ({ value, zh: value }))
  return (
    <>
      <TextField
        label={words.least}
        value={draft.least}
        onValue={least => put({ least })}
        required
        pattern="\d{1,7}"
        says={words.wholeSays}
        inputMode="numeric"
      />
      <TextField
        label={words.price}
        value={draft.price}
        onValue={price => put({ price })}
        required
        pattern={YUAN_PATTERN}
        says={words.yuanSays}
        inputMode="decimal"
      />
      <ChoiceField label={words.unit} value={draft.unit} onValue={unit => put({ unit })} choices={units} empty={words.choose} required />
      <TickField label={words.taxed} checked={draft.taxed} onCheck={taxed => put({ taxed })} />
      <ChoiceField
        label={words.reliability}
        value={draft.reliability}
        onValue={reliability => put({ reliability })}
        choices={RELIABLE}
        empty={words.choose}
        required
      />
    </>
  )
}
