import { showMoney } from '../../../../../ui/format.ts'
import { useState } from '../../../../../ui/hooks.ts'
import { CollectForm, draftOf } from './collect-form.tsx'
import type { Collecting, SheetRow } from './view.ts'
import { words } from './words.ts'

/** 采集表: the rows collected, putting them in order, handing them in, and what the telephone said. */
export function Sheet(props: Collecting) {
  const { sheet } = props.view
  if (sheet.length === 0) return <p className="info-empty info-pad">{words.noRows}</p>
  return (
    <div className="info-pad">
      <Bar {...props} />
      <div className="info-scroll">
        <table className="info-sheet">
          <thead>
            <tr>
              <th scope="col">{words.company}</th>
              <th scope="col">{words.item}</th>
              <th scope="col" className="info-number">
                {words.price}
              </th>
              <th scope="col" className="info-number">
                {words.least}
              </th>
              <th scope="col">{words.contact}</th>
              <th scope="col">{words.source}</th>
              <th scope="col">{words.reliability}</th>
              <th scope="col">{words.acts}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.map(row => (
              <Row {...props} row={row} key={row.id} />
            ))}
          </tbody>
        </table>
      </div>
      {props.draft.id !== null && (
        <aside className="info-edit" aria-label={words.collect}>
          <CollectForm {...props} />
        </aside>
      )}
    </div>
  )
}

function Row({ row, view, act, busy, draft, onDraft, onOpen }: Collecting & { readonly row: SheetRow }) {
  const said = view.checked.findLast(c => c.row === row.id)
  const remove = async (): Promise<void> => {
    const acted = await act('info.collect.row.remove', { id: row.id })
    if (acted.kind === 'done' && draft.id === row.id) onDraft(draftOf(null))
  }
  return (
    <tr aria-current={draft.id === row.id}>
      <td>
        {row.company}
        {said !== undefined && (
          <p className={said.ok ? 'info-right' : 'info-wrong'}>
            {words.checked}：{said.ok ? words.right : said.text}
          </p>
        )}
      </td>
      <td>{row.item}</td>
      <td className="info-number">
        {showMoney(row.price)}
        <p className="z-note">
          {row.unit}，{row.taxed ? words.taxed : words.untaxed}
        </p>
      </td>
      <td className="info-number">{row.least}</td>
      <td>
        {row.contact}
        <p className="z-note">{row.phone}</p>
      </td>
      <td>
        <button type="button" className="z-link info-url" onClick={() => onOpen(row.url)}>
          {row.url}
        </button>
        <p className="z-note">{row.day}</p>
      </td>
      <td>{row.reliability}</td>
      <td>
        <button type="button" className="z-link" aria-label={`${words.edit} ${row.company}`} onClick={() => onDraft(draftOf(row))}>
          {words.edit}
        </button>{' '}
        <button
          type="button"
          className="z-link"
          aria-label={`${words.remove} ${row.company}`}
          disabled={busy}
          onClick={() => void remove()}
        >
          {words.remove}
        </button>
      </td>
    </tr>
  )
}

const RULES = ['dedupe', 'unit', 'normalise'] as const

function Bar({ view, act, busy }: Collecting) {
  const [handed, setHanded] = useState(false)
  const hand = async (): Promise<void> => {
    const acted = await act('info.collect.hand', {})
    setHanded(acted.kind === 'done')
  }
  return (
    <div className="info-bar">
      <span className="z-note">
        {view.sheet.length} {words.rows}
      </span>
      <span className="z-note">{words.clean}</span>
      {RULES.map(rule => (
        <button type="button" className="z-button" key={rule} disabled={busy} onClick={() => void act('info.clean', { rule })}>
          {words.rules[rule]}
        </button>
      ))}
      <span className="lab-space" />
      <span className="info-right" role="status">
        {handed ? words.handed : ''}
      </span>
      <button type="button" className="z-button z-button-primary" disabled={busy} onClick={() => void hand()}>
        {words.hand}
      </button>
    </div>
  )
}
