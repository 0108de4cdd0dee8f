import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hundredths } from '../../../../kernel/marks.ts'
import { INTERACTION_TYPES, type ItemDocument, interactionOf } from '../../../interactions/contract.ts'
import { anExchangeItem } from './exchange-set.test.ts'
import { renameIds } from './rename-ids.ts'

/** Old names in order of naming → new names. */
function renamedItem(type: (typeof INTERACTION_TYPES)[number]) {
  const item = anExchangeItem(type)
  const named: string[] = []
  const documents = renameIds(type, item, id => {
    named.push(id)
    return `n${named.length}`
  })
  return { item, documents, named }
}

describe('ids named anew', () => {
  for (const type of INTERACTION_TYPES)
    test(`${type} is still sound, its key still earns full marks, and no old id is left`, () => {
      const { item, documents, named } = renamedItem(type)
      const interaction = interactionOf(type)
      assert.ok(interaction.parseContent(documents.content).ok)
      const key = interaction.parseKey(documents.content, documents.key)
      assert.ok(key.ok, JSON.stringify(key))
      if (type !== 'true-false') assert.ok(named.length > 0)
      if (interaction.markedBy !== 'machine') return
      const max = hundredths(200)
      const response = interaction.keyResponse(documents.content, documents.key)
      assert.equal(interaction.score({ ...documents, response, max }).earned, max)
      const old = interaction.keyResponse(item.content, item.key)
      if (type !== 'true-false') assert.notDeepEqual(response, old)
    })

  test('parts of a case that use the same ids are kept apart', () => {
    const part = (id: string, right: string) => ({
      id,
      type: 'single-choice',
      marks: 100,
      content: {
        version: 2,
        stem: [{ kind: 'paragraph', text: id }],
        options: ['a', 'b'].map(one => ({ id: one, text: one + right, pinned: false })),
      },
    })
    const content = { version: 1, stimulus: [{ kind: 'paragraph', text: '材料' }], parts: [part('p', 'b'), part('q', 'a')] }
    const keyOf = (optionId: string) => ({ version: 1, optionId, explanation: null })
    const key = {
      version: 1,
      parts: [
        { id: 'p', key: keyOf('b') },
        { id: 'q', key: keyOf('a') },
      ],
      explanation: null,
    }
    const names = new Map<string, string>()
    const done = renameIds('case', { content, key, rubric: {} }, id => {
      const name = `z${names.size + 1}`
      names.set(id, name)
      return name
    })
    const keys = done.key['parts'] as readonly { readonly id: string; readonly key: ItemDocument }[]
    assert.deepEqual(
      keys.map(one => [one.id, one.key['optionId']]),
      [
        [names.get('p'), names.get('p/b')],
        [names.get('q'), names.get('q/a')],
      ],
    )
    assert.ok(interactionOf('case').parseKey(done.content, done.key).ok)
  })

  test('the mark of a gap follows its id', () => {
    const { documents } = renamedItem('blank')
    const [first] = documents.content['stem'] as readonly { readonly text: string }[]
    const gaps = documents.content['gaps'] as readonly { readonly id: string }[]
    for (const gap of gaps) assert.ok(first?.text.includes(`{{${gap.id}}}`))
  })
})
