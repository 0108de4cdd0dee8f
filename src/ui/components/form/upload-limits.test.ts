import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evidenceLimits, photoLimits, uploadFault } from './upload-limits.ts'

test('a file within the limits is taken', () => {
  assert.equal(uploadFault({ name: '毕业证书.pdf', type: 'application/pdf', size: 1 }, evidenceLimits, 'zh'), null)
  assert.equal(uploadFault({ name: 'a.png', type: 'image/png', size: photoLimits.maxBytes }, photoLimits, 'zh'), null)
})

test('the reason names what was wrong and what would be right', () => {
  assert.equal(
    uploadFault({ name: '简历.docx', type: 'application/msword', size: 9 }, photoLimits, 'zh'),
    '不接受DOCX类型的文件。请改用JPG、PNG。',
  )
  assert.match(
    uploadFault({ name: 'a.png', type: 'image/png', size: photoLimits.maxBytes + 1 }, photoLimits, 'zh') ?? '',
    /超过了5MB的上限/,
  )
  assert.match(uploadFault({ name: 'a.png', type: 'image/png', size: 0 }, photoLimits, 'en') ?? '', /empty/)
})
