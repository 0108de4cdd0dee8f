import { Link } from 'react-router'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import type { ResolvedEdition } from '../../contract.ts'
import { textOf } from '../saying/code-texts.ts'
import { levelNames } from '../saying/level-names.ts'
import { statusTone } from '../saying/status-tone.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { levelsOf } from './outline.ts'

/** The head of an edition: its title, year and levels, whether it is in force, and what one may do with it. */
export function EditionHead({ edition }: { readonly edition: ResolvedEdition }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const year = edition.year.value
  return (
    <PageHead
      trail={<Link to="/standard">{words.reading.all}</Link>}
      title={edition.title.value}
      purpose={`${year}${language === 'zh' ? '年' : ''} · ${levelNames(levelsOf(edition), language)}`}
      more={
        <>
          <StateWord tone={statusTone(edition.status.value)}>{textOf(edition.status.value, language)}</StateWord>
          <Link
            className="z-button"
            to={`/standard/compare?to=${edition.id}${edition.inheritsFrom ? `&from=${edition.inheritsFrom.value}` : ''}`}
          >
            {words.reading.compare}
          </Link>
        </>
      }
      action={
        <button type="button" className="z-button" onClick={() => print()}>
          <Icon name="print" size={16} />
          {words.reading.print}
        </button>
      }
    />
  )
}
