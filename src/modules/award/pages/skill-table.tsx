import { fill, useWords } from '../../../ui/words.ts'
import type { OwnResultView } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const LOW = 60

/** The practical paper by skill: each 工作内容 of the edition with what was shown in it, as shares of what it could have brought. */
export function SkillTable({ skills }: { readonly skills: OwnResultView['skills'] }) {
  const words = useWords(zh, en).own
  if (skills.length === 0) return null
  return (
    <figure className="za-skills">
      <figcaption>{words.skills}</figcaption>
      <ul>
        {skills.map(content => (
          <li key={content.code}>
            <p className="za-skill-head">
              <span>
                {content.name}
                {content.function !== '' && <span className="z-note">　{content.function}</span>}
              </span>
              <strong className={content.outOf100 < LOW ? 'za-low' : ''}>{content.outOf100}</strong>
            </p>
            <p className="z-note">{content.skills.map(skill => fill(words.skill, skill)).join('　')}</p>
          </li>
        ))}
      </ul>
    </figure>
  )
}
