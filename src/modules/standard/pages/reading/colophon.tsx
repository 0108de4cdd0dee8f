import { Link } from 'react-router'
import { fill, useWords } from '../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { Chapter } from './chapter.tsx'
import { inherited, sourcesOf } from './fact-index.ts'
import { COLOPHON_PATHS } from './outline.ts'
import { useReading } from './reading-context.tsx'
import { Statements, useFacts } from './statement.tsx'

/** 5 版本说明: the state of the edition, what it takes over, and every public source with the number of places that rest on it. */
export function Colophon() {
  const { edition, facts } = useReading()
  const all = useWords(zh, en)
  const own = useFacts({ paths: COLOPHON_PATHS })
  const bases = inherited(facts.all, edition.id)
  const sources = sourcesOf(facts.all)
  return (
    <Chapter number="5" id="colophon">
      <Statements facts={own} named />
      {bases.length > 0 && (
        <div className="z-std-line">
          <h3>{all.lines.origin}</h3>
          <div className="z-std-says">
            {bases.map(base => (
              <p key={base}>
                <Link to={`/standard/${base}`}>{fill(all.reading.inherited, { edition: all.editions[base] })}</Link>
              </p>
            ))}
          </div>
        </div>
      )}
      {sources.length > 0 && (
        <div className="z-std-line">
          <h3>{all.lines.sources}</h3>
          <ol className="z-std-says z-std-sources">
            {sources.map(one => (
              <li key={one.source}>
                {one.url === null ? (
                  <span>{one.source}</span>
                ) : (
                  <a href={one.url} rel="noreferrer noopener" target="_blank">
                    {one.source}
                  </a>
                )}
                <span className="z-note">{fill(all.reading.count, { n: one.count })}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </Chapter>
  )
}
