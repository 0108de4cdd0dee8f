export const zh = {
  title: '组卷',
  purpose: '按标准版本的比重表组成理论知识试卷，并逐项证明每个知识范围的分值与比重一致。',
  hint: '试卷名称、组卷人、摘要',
  edition: '标准版本',
  level: '职业等级',
  act: { assemble: '组成新试卷', done: '已组成新试卷', refused: '未能组卷' },
  columns: { title: '试卷', assembledAt: '组卷时间', assembledBy: '组卷人', items: '题数', minutes: '时间', digest: '摘要' },
  empty: { what: '这个等级还没有试卷', how: '选择标准版本和职业等级后，点“组成新试卷”。' },
  proof: {
    sound: '比重复核通过', faulty: '有{n}处与比重表不符', chart: '比重与实得分值', weight: '比重表', marks: '本卷', what: '试卷内容未能打开',
    table: '比重证明', note: '每次打开时由独立程序重新核算', area: '知识范围', head: { weight: '比重（分）', marks: '实得（分）', verdict: '核对' }, equal: '一致', differs: '不一致', total: '合计',
  },
  mix: { title: '构成', importance: '重要程度', difficulty: '难度（1易—5难）', items: '{n}题' },
  facts: { minutes: '考试时间', items: '题数', digest: '试卷包摘要', by: '组卷人', at: '组卷时间' },
  faults: {
    total: '全卷合计{total}分，不是100分。', area: '“{area}”应为{weight}分，实为{marks}分。', outside: '试题{code}不属于比重表中的任何知识范围。', twice: '试题{code}重复出现。',
    'not-operational': '试题{code}的这一版本在组卷后已停用。', level: '试题{code}属于{level}，不能用于本等级。',
  },
}
