import type { Ctx } from '../../../../platform/context.ts'
import { keptWords, plainWords } from '../../core/search/plain-words.ts'
import { insertWords, listUnindexed, setWords } from '../../store/search/words.ts'

const AT_ONCE = 200

/** Brings contents that were entered before there was an index into it, some at a time. Answers how many there were. */
export async function indexContents({ ports }: Pick<Ctx, 'ports'>): Promise<number> {
  for (let done = 0; ;) {
    const indexed = await ports.database.transact(async tx => {
      const texts = (await listUnindexed(tx, AT_ONCE)).map(({ itemVersionId, content }) => ({
        itemVersionId,
        plain: keptWords(plainWords(content)),
      }))
      for (const text of texts) await setWords(tx, text)
      await insertWords(tx, texts)
      return texts.length
    })
    done += indexed
    if (indexed < AT_ONCE) return done
  }
}
