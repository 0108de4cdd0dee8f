import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { DEMONSTRATION_PHRASE } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** In the seed country everybody has the same pass phrase, so that visitors can try the ceremony. Elsewhere nothing. */
export function DemonstrationPhrase() {
  const words = useWords(zh, en)
  const who = useRead(whoAmI, {})
  return who.data?.demonstration ? <p className="z-note">{fill(words.demonstration, { phrase: DEMONSTRATION_PHRASE })}</p> : null
}
