import { useWords } from '../../../../ui/words.ts'
import { originOf } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { Chapter } from './chapter.tsx'
import { passes } from './fact-index.ts'
import { ChapterOrigin, Mark, NothingLeft } from './marks.tsx'
import { useReading } from './reading-context.tsx'
import { anchorOf, Said } from './statement.tsx'

/** 2 基本要求: rules of conduct, and areas of basic knowledge with their items. */
export function BasicsChapter() {
  const { edition, facts, only } = useReading()
  const words = useWords(zh, en).lines
  const ethics = edition.basics.ethics.filter(one => passes(one.provenance, only))
  const areas = edition.basics.knowledgeAreas.filter(one => passes(one.provenance, only))
  return (
    <Chapter number="2" id="basics">
      <ChapterOrigin from={originOf(edition, 'basics')} />
      {ethics.length + areas.length === 0 && <NothingLeft />}
      {ethics.length > 0 && (
        <div className="z-std-line" id={anchorOf('2.1')}>
          <h3>
            <span className="z-std-number">2.1</span>
            {words.ethics}
          </h3>
          <div className="z-std-says">
            {ethics.map(one => (
              <p key={one.item}>
                {one.item}
                <Mark of={one.provenance} />
              </p>
            ))}
          </div>
        </div>
      )}
      {areas.length > 0 && (
        <div className="z-std-line" id={anchorOf('2.2')}>
          <h3>
            <span className="z-std-number">2.2</span>
            {words.knowledge}
          </h3>
          <dl className="z-std-says z-std-named">
            {areas.map(one => {
              const fact = facts.at('basics', 'knowledge', one.area)
              return (
                <div key={one.area}>
                  <dt>{one.area}</dt>
                  <dd>{fact && <Said fact={{ ...fact, from: edition.id }} />}</dd>
                </div>
              )
            })}
          </dl>
        </div>
      )}
    </Chapter>
  )
}
