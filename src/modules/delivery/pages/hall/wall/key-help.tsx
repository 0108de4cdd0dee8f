import { useEffect, useRef } from 'react'
import { useWords } from '../../../../../ui/words.ts'
import { ACT_KEYS, SEAT_ACTS } from '../seat/acts.ts'
import { en as seatEn } from '../seat/words.en.ts'
import { zh as seatZh } from '../seat/words.zh.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The keys of the wall in one table; ? or Escape closes it. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(zh, en)
  const acts = useWords(seatZh, seatEn).acts
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['↑', '↓', '←', '→'], words.helpKeys.arrows],
    [['Enter'], words.helpKeys.enter],
    [['Esc'], words.helpKeys.escape],
    [['/'], words.helpKeys.slash],
    [['0', '1', '…', '9'], words.helpKeys.rooms],
    [['N'], words.helpKeys.urgent],
    ...SEAT_ACTS.map(act => [[ACT_KEYS[act].toUpperCase()], `${acts[act]}`] as const),
    [['?'], words.helpKeys.help],
  ]
  return (
    <dialog ref={dialog} className="h-help" aria-label={words.help} onClose={onClose} onKeyDown={event => event.key === '?' && onClose()}>
      <h2>{words.help}</h2>
      <table>
        <tbody>
          {rows.map(([keys, text]) => (
            <tr key={keys.join('')}>
              <th scope="row">
                {keys.map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" className="z-button z-button-primary" onClick={onClose}>
        {words.close}
      </button>
    </dialog>
  )
}
