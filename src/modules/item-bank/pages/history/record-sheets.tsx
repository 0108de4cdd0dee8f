import { instant } from '../../../../kernel/instant.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { placingGroups } from '../../core/versions/placing-groups.ts'
import { PlacingLines } from '../shared/placing-lines.tsx'
import { StatisticLine } from '../shared/statistic-line.tsx'
import type { History } from '../shared/versions.ts'
import { en as sharedEn } from '../shared/words.en.ts'
import { zh as sharedZh } from '../shared/words.zh.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = { readonly history: History; readonly numbers: ReadonlyMap<string, number> }

/** Every verdict with its remark and how much of the checklist stood behind it, newest first. */
export function VerdictsSheet({ history, numbers }: Props) {
  const words = useWords(zh, en)
  const given = useWords(sharedZh, sharedEn).steps.verdicts as Readonly<Record<string, string>>
  const duties = words.verdicts.duties as Readonly<Record<string, string>>
  const language = useLanguage()
  return (
    <Sheet title={words.verdicts.title}>
      {history.verdicts.length === 0 && <p className="z-note">{words.verdicts.none}</p>}
      <ul className="z-given">
        {history.verdicts.toReversed().map((verdict, at) => (
          <li key={at}>
            <p className="z-given-head">
              <StateWord tone={verdict.verdict === 'returned' ? 'failing' : 'done'} strong>
                {given[verdict.verdict] ?? verdict.verdict}
              </StateWord>
              <span>{fill(words.version, { n: numbers.get(verdict.itemVersionId) ?? '' })}</span>
              <span className="z-note">{duties[verdict.duty] ?? verdict.duty}</span>
            </p>
            {verdict.note !== '' && <p>{verdict.note}</p>}
            <p className="z-note">
              {[
                verdict.person,
                showInstant(instant(verdict.at), language),
                verdict.checklist.length === 0 ? '' : fill(words.verdicts.checklist, { n: verdict.checklist.length }),
              ]
                .filter(Boolean)
                .join('　')}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** What the item was used in. */
export function UsesSheet({ history, numbers }: Props) {
  const words = useWords(zh, en).uses
  const kinds = words.kinds as Readonly<Record<string, string>>
  const language = useLanguage()
  if (history.exposures.length === 0)
    return (
      <Sheet title={words.title}>
        <p className="z-note">{words.none}</p>
      </Sheet>
    )
  return (
    <Sheet title={words.title} flush>
      <table className="z-uses">
        <thead>
          <tr>
            <th scope="col">{words.head.kind}</th>
            <th scope="col">{words.head.in}</th>
            <th scope="col">{words.head.version}</th>
            <th scope="col">{words.head.at}</th>
          </tr>
        </thead>
        <tbody>
          {history.exposures.map(use => (
            <tr key={use.usedIn}>
              <td>{kinds[use.kind] ?? use.kind}</td>
              <td>
                <code>{use.usedIn.slice(0, 18)}</code>
              </td>
              <td>{numbers.get(use.itemVersionId) ?? '—'}</td>
              <td>{showInstant(instant(use.at), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

/** Figures of all versions with where they come from. */
export function StatisticsSheet({ history, numbers }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  return (
    <Sheet title={words.statistics.title}>
      {history.statistics.length === 0 && <p className="z-note">{words.statistics.none}</p>}
      <ul className="z-given">
        {history.statistics.toReversed().map((statistic, at) => (
          <li key={at}>
            <p>{fill(words.version, { n: numbers.get(statistic.itemVersionId) ?? '' })}</p>
            <StatisticLine statistic={statistic} />
            <p className="z-note">{[statistic.person, showInstant(instant(statistic.at), language)].filter(Boolean).join('　')}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** Where each version is placed beside its own edition and level, newest first; nothing while no version is placed elsewhere. */
export function PlacingsSheet({ history, numbers }: Props) {
  const words = useWords(zh, en)
  const rows = history.versions.toReversed().map(({ itemVersionId }) => ({
    itemVersionId,
    groups: placingGroups(history.placings.filter(placing => placing.itemVersionId === itemVersionId)),
  }))
  if (rows.every(row => row.groups.length === 0)) return null
  return (
    <Sheet title={words.placings.title}>
      <ul className="z-given">
        {rows.map(({ itemVersionId, groups }) => (
          <li key={itemVersionId}>
            <p>{fill(words.version, { n: numbers.get(itemVersionId) ?? '' })}</p>
            {groups.length === 0 ? <p className="z-note">{words.placings.none}</p> : <PlacingLines groups={groups} />}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
