import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showCount } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { READINESS_WORDS } from '../../contract.ts'
import type { Sealings } from '../answers.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Site = Sealings['sites'][number]

/** Which sites can get a package, and what the others lack. */
export function SitesSheet({ sites }: { readonly sites: readonly Site[] }) {
  const words = useWords(zh, en).sites
  const ready = sites.filter(site => site.ready).length
  return (
    <Sheet title={words.title} note={fill(words.note, { ready, all: sites.length })} flush>
      <div className="z-seal-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.site}</th>
              <th scope="col" className="z-number">
                {words.candidates}
              </th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.sealed}</th>
            </tr>
          </thead>
          <tbody>
            {sites.map(site => (
              <SiteRow key={site.siteCode} site={site} />
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}

function SiteRow({ site }: { readonly site: Site }) {
  const words = useWords(zh, en).sites
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">
        {site.siteName}
        <span className="z-note">{site.siteCode}</span>
      </th>
      <td className="z-number" data-label={words.candidates}>
        {showCount(site.candidates)}
      </td>
      <td data-label={words.state}>
        {site.ready && <StateWord tone="done">{words.ready}</StateWord>}
        <ul className="z-seal-findings">
          {site.findings.map(finding => (
            <li key={finding.code}>
              <StateWord tone={finding.inTheWay ? 'failing' : 'waiting'} sentence>
                {finding.count > 0
                  ? fill(words.withCount, { text: wordsOf(finding.code)[language], count: finding.count })
                  : wordsOf(finding.code)[language]}
              </StateWord>
            </li>
          ))}
        </ul>
      </td>
      <td data-label={words.sealed}>{site.sealingNumber === null ? words.notYet : fill(words.number, { n: site.sealingNumber })}</td>
    </tr>
  )
}

function wordsOf(code: string): { readonly zh: string; readonly en: string } {
  return (READINESS_WORDS as Readonly<Record<string, { readonly zh: string; readonly en: string }>>)[code] ?? { zh: code, en: code }
}
