import { Select } from 'antd'
import { useSearchParams } from 'react-router'
import { useWords } from '../../../ui/words.ts'
import { type LevelChoice, levelChoices } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const CHOICES = levelChoices()
const USUAL = { edition: 'ec-2005', level: 'L4' }

export type ChosenLevel = LevelChoice & { readonly editionId: string }

/** The edition and level of the page, kept in the address bar. */
export function useChosenLevel(): { readonly chosen: ChosenLevel; readonly choose: (editionId: string, key: string) => void } {
  const [address, setAddress] = useSearchParams()
  const edition = CHOICES.find(each => each.editionId === (address.get('edition') ?? USUAL.edition)) ?? CHOICES[0]
  const level = edition?.levels.find(each => each.key === (address.get('level') ?? USUAL.level)) ?? edition?.levels[0]
  if (edition === undefined || level === undefined) throw new Error('no edition has a theory weight table')
  const choose = (editionId: string, key: string) => setAddress({ edition: editionId, level: key }, { replace: true })
  return { chosen: { ...level, editionId: edition.editionId }, choose }
}

/** Edition and level as two choices. */
export function LevelPicker() {
  const words = useWords(zh, en)
  const { chosen, choose } = useChosenLevel()
  const levels = CHOICES.find(each => each.editionId === chosen.editionId)?.levels ?? []
  return (
    <div className="z-level-picker">
      <Select
        aria-label={words.edition}
        value={chosen.editionId}
        options={CHOICES.map(each => ({ value: each.editionId, label: each.title }))}
        onChange={editionId => choose(editionId, CHOICES.find(each => each.editionId === editionId)?.levels[0]?.key ?? '')}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={words.level}
        value={chosen.key}
        options={levels.map(each => ({ value: each.key, label: each.name }))}
        onChange={key => choose(chosen.editionId, key)}
        popupMatchSelectWidth={false}
      />
    </div>
  )
}
