import { instant } from '../../../../kernel/instant.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { BOARD_COLUMNS, type BoardRowView } from '../../contract.ts'
import { EnrolmentSection } from './enrolment-section.tsx'
import { lightText, STANDING_TONES } from './light-words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** One site of the board: every light in words, its servers, its package, and the enrolment of its keys. */
export function SitePanel({ row, now, national }: { readonly row: BoardRowView; readonly now: number; readonly national: boolean }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const lights = BOARD_COLUMNS.map(column => ({
    label: words.columns[column],
    value: (
      <StateWord tone={STANDING_TONES[row.lights[column].standing]}>{lightText(column, row.lights[column], { now, language })}</StateWord>
    ),
  }))
  const at = (moment: number) => showInstant(instant(moment), language)
  return (
    <>
      <EnrolmentSection row={row} national={national} />
      <section>
        <h3>{words.panel.package}</h3>
        <p>{row.sealing === null ? words.panel.noPackage : fill(words.panel.packageOf, { n: row.sealing, digest: row.digest ?? '' })}</p>
      </section>
      <section>
        <h3>{words.panel.lights}</h3>
        <Facts facts={lights} columns={2} />
      </section>
      <section>
        <h3>{words.panel.servers}</h3>
        {row.servers.length === 0 && <p className="z-note">{words.panel.noServer}</p>}
        <ul>
          {row.servers.map(({ server, engine, number, heardAt }) => (
            <li key={server}>{fill(words.panel.server, { server, engine, number, at: at(heardAt) })}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
