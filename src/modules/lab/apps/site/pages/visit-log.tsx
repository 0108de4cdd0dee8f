import { shortTime } from '../../../pages/desktop/clock-text.ts'
import type { SiteProps } from './view.ts'
import { words } from './words.ts'

/** 访问日志: who came, what they found, what they wrote. */
export function VisitLog({ view }: SiteProps) {
  return (
    <div className="site-pad">
      <section className="site-part" aria-label={words.messages}>
        <h2>{words.messages}</h2>
        {view.messages.length === 0 && <p className="z-note">{words.noMessages}</p>}
        <ul className="site-list">
          {view.messages.map(({ host, page, values, at }) => (
            <li key={`${host}-${at}`}>
              <span className="z-note">
                {shortTime(at)}　{host}/{page}
              </span>
              <p>
                {Object.entries(values)
                  .map(([name, value]) => `${name}：${value}`)
                  .join('，')}
              </p>
            </li>
          ))}
          {view.lost.map(({ host, why }, i) => (
            <li key={i} className="site-bad">
              {words.lost}：{host}　{why}
            </li>
          ))}
        </ul>
      </section>
      <Walks view={view} />
      <Crawls view={view} />
    </div>
  )
}

function Walks({ view }: Pick<SiteProps, 'view'>) {
  return (
    <section className="site-part" aria-label={words.visits}>
      <h2>{words.visits}</h2>
      {view.log.length === 0 ? (
        <p className="z-note">{words.noVisits}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.host}</th>
              <th scope="col">{words.seen}</th>
              <th scope="col">{words.dead}</th>
              <th scope="col">{words.hits}</th>
            </tr>
          </thead>
          <tbody>
            {view.log.toReversed().map(({ host, seen, dead, hits }, i) => (
              <tr key={i}>
                <td>{host}</td>
                <td>{seen.join('、') || words.none}</td>
                <td className={dead.length === 0 ? '' : 'site-bad'}>{dead.join('；') || words.none}</td>
                <td>{hits.map(hit => `${hit.page} ${hit.event}`).join('、') || words.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Crawls({ view }: Pick<SiteProps, 'view'>) {
  if (view.crawls.length === 0) return null
  return (
    <section className="site-part" aria-label={words.crawls}>
      <h2>{words.crawls}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.host}</th>
            <th scope="col">{words.kept}</th>
            <th scope="col">{words.blocked}</th>
          </tr>
        </thead>
        <tbody>
          {view.crawls.toReversed().map(({ host, kept, blocked }, i) => (
            <tr key={i}>
              <td>{host}</td>
              <td>{kept.join('、') || words.none}</td>
              <td>{blocked.join('、') || words.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
