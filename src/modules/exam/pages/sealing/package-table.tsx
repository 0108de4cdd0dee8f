import { instant } from '../../../../kernel/instant.ts'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { showBytes, showCount, showInstant } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { downloadPackage, type SealingView } from '../../contract.ts'
import { useDownload } from './use-download.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** The packages of a sealing, site by site: what to compare by voice, and the file. */
export function PackageTable({ sealing }: { readonly sealing: SealingView }) {
  const words = useWords(zh, en).sheet
  const one = useDownload(downloadPackage)
  const { packages, openingKeyMark } = sealing
  if (packages.length === 0) return null
  return (
    <section className="z-packages" aria-label={words.packages}>
      <h3>
        {words.packages}
        {openingKeyMark !== null && (
          <span className="z-note">
            {words.keyMark} <code>{openingKeyMark}</code>
          </span>
        )}
      </h3>
      <div className="z-seal-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.site}</th>
              <th scope="col">{words.digest}</th>
              <th scope="col" className="z-number">
                {words.candidates}
              </th>
              <th scope="col" className="z-number">
                {words.bytes}
              </th>
              <th scope="col">{words.fetched}</th>
              <th scope="col">
                <span className="z-unseen">{words.downloadAll}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {packages.map(row => (
              <PackageRow
                key={row.siteCode}
                row={row}
                onDownload={() => void one.download({ params: { sealingId: sealing.sealingId, siteCode: row.siteCode } })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <RefusalNote refusal={one.refusal} what={words.downloadRefused} />
    </section>
  )
}

type Row = SealingView['packages'][number]

function PackageRow({ row, onDownload }: { readonly row: Row; readonly onDownload: () => void }) {
  const words = useWords(zh, en).sheet
  const language = useLanguage()
  const { siteName, siteCode, digest, candidates, bytes, fetchedAt } = row
  return (
    <tr>
      <th scope="row">
        {siteName}
        <span className="z-note">{siteCode}</span>
      </th>
      <td data-label={words.digest}>
        <code>{digest}</code>
      </td>
      <td className="z-number" data-label={words.candidates}>
        {showCount(candidates)}
      </td>
      <td className="z-number" data-label={words.bytes}>
        {bytes === null ? words.notFetched : showBytes(bytes, language)}
      </td>
      <td data-label={words.fetched}>{fetchedAt === null ? words.notFetched : showInstant(instant(fetchedAt), language)}</td>
      <td>
        {bytes !== null && (
          <button
            type="button"
            className="z-icon-button"
            aria-label={fill(words.download, { name: siteName })}
            title={fill(words.download, { name: siteName })}
            onClick={onDownload}
          >
            <Icon name="download" size={18} />
          </button>
        )}
      </td>
    </tr>
  )
}
