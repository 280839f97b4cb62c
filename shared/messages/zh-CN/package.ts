/** Texts of the monthly package: the page of the centre, and the county's command and report. */
export const packages = {
  title: '每月上报',
  lead: '每月一次，把本中心的情况签名、加密后交给县里。只有县里能打开，改动一个字节都会被发现。',
  kinds: { full: '月报', correction: '更正', empty: '零报告' },
  tables: {
    attendance: '考勤',
    caregivers: '护理员',
    checkups: '体检',
    devices: '辅具',
    pairings: '责任包干',
    pay: '工资',
    residents: '入住人员',
    roster: '排班',
    stays: '床位占用',
  },
  totals: { gross_fen: '应发合计', deduction_fen: '扣款合计', tax_fen: '个税合计', net_fen: '实发合计' },
  preflight: {
    title: '上报前核对',
    ready: '可以生成上报包。',
    allClear: '考勤、工资和资料都齐了。',
    notReady: '还差 {{count}} 件事，办完才能生成。',
    contents: '将要上报的内容（条数与金额）',
    refusals: {
      'no-county-key': '还没有登记县里的收件公钥。',
      'chain-held': '本机与县里的编号对不上，现在生成的县里收不了；请先导入县里的续报凭证（见上方说明）。',
      'attendance-open': '本月考勤还没有结账。',
      'pay-open': '本月工资还没有锁定。',
      'month-not-begun': '这个月还没有到。',
      'already-reported': '本月已经上报过；如有变动，请生成更正包。',
      'nothing-to-correct': '本月还没有上报过，不能更正；请先生成月报。',
      'nothing-changed': '本月已上报，之后没有变动，不需要更正。',
      'faulty-row': '{{table}}里「{{label}}」有一项不合上报要求，请核对。',
    },
    warnings: {
      'provisional-residents': '有 {{count}} 位待核实的入住人员，不在本次上报之内。',
      'no-roster': '本月没有已发布的排班，排班表将是空的。',
      'no-checkup': '有 {{count}} 位入住人员本月没有体检记录。',
      'month-not-over': '本月还没有过完，之后的变动要用更正包上报。',
      'text-marked':
        "有 {{count}} 处文字以 =、+、- 或 @ 开头，上报时前面加一撇（'），以免县里的表格当成公式；写错的请先改正：",
      'nothing-to-report': '本月没有入住人员，也没有护理员，将生成零报告。',
    },
    goTo: '去办理',
  },
  reported: '本月已上报。有变动时，可再生成一份更正包，县里以更正为准。',
  build: '生成上报包',
  buildCorrection: '生成更正包',
  building: '正在生成上报包',
  built: '已生成第 {{seq}} 号上报包，请存到 U 盘交给县里。',
  history: '已生成的上报包',
  noneTitle: '还没有上报包',
  none: '核对无误后，按「生成上报包」；文件会自动下载，存到 U 盘交给县里。',
  columns: {
    number: '编号',
    period: '月份',
    kind: '种类',
    hash: '校验码',
    size: '大小',
    builtAt: '生成时间',
    builtBy: '经办人',
  },
  number: '{{epoch}}-{{seq}}',
  hashTitle: '校验码',
  hashExplain: '县里核验后会念出同样的八组字符；有一组不同，就不是这份文件。',
  download: '下载',
  sizeValue: '{{count}} KB',
  keysTitle: '上报钥匙',
  county: {
    recordedOn: '{{date}} 登记',
    label: '收件公钥',
    hint: '以 age1 开头，共 62 个字符',
    save: '登记公钥',
    change: '更换公钥',
    keep: '不更换',
    saved: '已登记县里的收件公钥。',
    missing: '还没有登记。登记后才能生成上报包。',
  },
  signing: {
    title: '本中心的签名钥匙',
    lead: '每个上报包都用本中心的签名钥匙签名。钥匙在本机生成，只存在加密的数据库里，从不外传；县里用登记过的公钥核对签名。',
    fingerprint: '公钥指纹',
    explain:
      '指纹是公钥的摘要。请把登记文件交给县里，并把指纹写在盖章的登记表上，或在电话里逐组念出；两边完全一致，县里才登记。',
    standard: 'ssh-keygen 写法：',
    createdOn: '{{date}} 生成',
    make: '生成登记文件',
    missing: '还没有签名钥匙。按「生成登记文件」时会在本机生成。',
    made: '登记文件已生成，请交给县里登记。',
  },
  report: {
    accepted: '核验通过：{{file}}',
    waiting: '核验通过，但缺前面的上报包，暂存待补：{{file}}',
    refused: '不予接收：{{file}}',
    centre: '托养中心',
    period: '月份',
    kind: '种类',
    number: '编号',
    numberValue: '第 {{epoch}} 期 第 {{seq}} 号',
    hash: '校验码',
    signer: '签名公钥指纹',
    createdAt: '生成时间（仅供参考）',
    audit: '审计链',
    auditValue: '{{count}} 行，链头 {{head}}',
    counts: '内容（行数）',
    totals: '工资（元）',
    noLedger: '没有给 --ledger：重放、缺号、分叉没有核对。',
    recorded: '已记入收件台账：{{ledger}}',
    released: '缺号已补齐，同时接收第 {{numbers}} 号。',
    dropped: '第 {{numbers}} 号暂存的包接不上，已退回；请中心重新生成。',
    receipt: '回执：{{file}}（拷给中心导入）',
    onHold: '同一编号收到两个不同的包，该中心已暂停接收，请当面核实。',
  },
  command: {
    usage: `用法：
  npm run county -- keygen --out 目录 --county 六位县级区划代码
      生成县里的收件钥匙和回执签名钥匙，以及发给各中心的县卡（.county）。
  npm run county -- enrol 登记文件 --keys 目录 [--replace]
      登记一个中心的签名公钥。请先与盖章登记表核对指纹。中心的国密文件（.sm2）也用它登记。
  npm run county -- verify 上报包 --key county.key [--signers 文件] [--revoked 文件] [--ledger 文件] [--receipts 目录]
      [--county 代码] [--on 年-月-日] [--new-epoch-after 校验码 --confirmed-by 甲,乙] [--lang en] [--json]
      打开、核验并说明内容。通过返回 0，不予接收返回 2。给出 --ledger 时按台账查重放、缺号、分叉，记账并写回执。
  npm run county -- resync 中心代码 --key county.key --ledger 文件 --confirmed-by 甲,乙 [--receipts 目录] [--epoch 期号]
      中心恢复旧备份、分叉或丢失钥匙之后，由两位经办人结束旧的一期，写续报凭证。
  npm run county -- rotate 换钥文件 --keys 目录
      中心更换签名钥匙：新旧两把 60 天内都有效。
  npm run county -- revoke 中心代码 --keys 目录
      中心钥匙丢失或被盗：立即作废，之后凭盖章登记表重新登记。
  npm run county -- rotate-key --keys 目录 [--finish]
      更换县里的收件钥匙：先随回执通知各中心，都换好后加 --finish。
  npm run county -- open-complaint 密封信 --key county.key
      打开中心密封给县里的投诉（.complaint）并显示内容；不记台账，请按举报保密的规定处理。`,
    keygenDone:
      '已生成县里的钥匙。\n  收件私钥：{{key}}（锁进保险柜，另存一份离线副本，不要外传）\n  收件公钥：{{pub}}\n  {{recipient}}\n  县卡：{{card}}（发给各中心，在「上报钥匙」页登记）\n  把下面的回执签名公钥指纹印在盖章的登记表上，中心逐组核对：\n  {{spoken}}\n  {{fingerprint}}',
    enrolled:
      '已登记 {{name}}（{{center}}），有效期 {{from}} 至 {{until}}。\n  指纹：{{fingerprint}}\n  逐组核对：{{spoken}}\n  与盖章登记表不一致时，请立即删除登记，并联系该中心。',
    secondEnrolled:
      '已登记 {{name}}（{{center}}）的国密（SM2）公钥，有效至 {{until}}；今后该中心的上报包都必须带国密签名。\n  公钥文件：{{pem}}（供 openssl pkeyutl 核验）',
    secondEnded: '{{name}}（{{center}}）的国密（SM2）公钥已停用；今后该中心的上报包不再要求国密签名。',
    resynced:
      '{{name}}（{{center}}）的旧一期已结束，第 {{epoch}} 期可以开始。\n  最后收到：第 {{lastEpoch}} 期第 {{lastSeq}} 号\n  校验码：{{hash}}\n  续报凭证：{{file}}（拷给中心导入）',
    rotated:
      '已登记 {{name}}（{{center}}）的新签名公钥，有效期至 {{until}}；旧公钥用到 {{old}}。\n  新指纹：{{fingerprint}}\n  逐组核对：{{spoken}}',
    revoked:
      '{{name}}（{{center}}）的签名公钥已作废：{{fingerprints}}\n  下一步：凭盖章登记表用 enrol 登记新钥匙，再用 resync 写续报凭证。',
    keyChanging:
      '新的收件钥匙已生成，今后的回执会通知各中心，上报包同时加密给新旧两把钥匙。\n  现用：{{recipient}}\n  下一把：{{next}}\n  县卡：{{card}}\n  各中心都导入过回执后，运行 rotate-key --finish。',
    keyChanged:
      '收件钥匙已更换，旧私钥仍留在文件里，迟到的包照样能打开。\n  现用：{{recipient}}\n  县卡：{{card}}',
    complaint: {
      head: '{{name}}（{{center}}）密封给县里的投诉，编号 {{number}}',
      line: '{{label}}：{{value}}',
      place: '这是该中心的第 {{place}} 封密封信。',
      first: '它之前没有密封信。',
      before: '它之前的第 {{place}} 封，文件校验码（SHA-256）{{hash}}；县里没有收到那一封，请查问。',
      none: '未填',
      signed: {
        good: '签名有效：出自该中心登记过的签名钥匙。',
        unknown: '签名的钥匙没有登记在该中心名下、不在有效期或已作废；内容不一定不实，请另行核实来源。',
        none: '没有签名：该中心当时还没有签名钥匙；请另行核实来源。',
      },
      protect: '请为反映人和登记人保密，不要把内容转给被反映的人或其所在中心。',
    },
    errors: {
      usage: '命令不完整或写错了。',
      exists: '{{file}} 已经有了，不会覆盖；请换一个目录。',
      unreadable: '读不到 {{file}}，请核对路径。',
      notAKey: '{{file}} 不是收件私钥文件，里面应有一行 AGE-SECRET-KEY-1…。',
      notSigners: '{{file}} 第 {{line}} 行不是登记过的公钥，请用 enrol 重新登记。',
      notALedger: '{{file}} 不是收件台账，或已损坏；请用备份恢复。',
      ledgerBusy: '收件台账正由另一个程序使用（{{file}}），请稍后再试。',
      notAnEnrolment: '{{file}} 不是中心的登记文件，或被改动过；请让中心重新生成。',
      otherCounty: '{{name}}（{{center}}）不属于本县（{{county}}），没有登记。',
      alreadyEnrolled: '{{name}}（{{center}}）的这把公钥已经登记过，不用再登。',
      otherKeyEnrolled:
        '{{name}}（{{center}}）已登记了另一把公钥；确要更换时，请先核对盖章的登记表，再加 --replace。',
      keyOfOtherCentre: '这把公钥已登记在别的中心（{{center}}）名下，没有登记；请联系两个中心核实。',
      noSigningKey: '缺少回执签名钥匙 {{file}}；记台账就要写回执，请用 keygen 生成钥匙的目录。',
      notASigningKey: '{{file}} 不是回执签名钥匙，或已损坏；请用保险柜里的副本恢复。',
      noKeyChange: '没有正在更换的收件钥匙；请先运行不带 --finish 的 rotate-key。',
      keyChangeOpen: '上一次更换收件钥匙还没有完成；请先运行 rotate-key --finish。',
      tooManyKeys: '{{file}} 里已有四把收件私钥；请先移走最旧的一把（另存离线副本）。',
      keyRevoked: '{{name}}（{{center}}）的这把公钥已经作废，不能再登记；请让中心生成新钥匙。',
      notARotation: '{{file}} 不是换钥文件，或被改动过；请让中心重新生成。',
      oldKeyNotInForce:
        '{{name}}（{{center}}）的旧公钥没有登记、已过期或已作废，不能凭它换钥；请凭盖章登记表重新登记。',
      nothingToRevoke: '{{name}}（{{center}}）没有有效的公钥，不用作废。',
      unknownCentre: '没有登记过代码为 {{center}} 的中心，请核对代码。',
      notACentre: '中心代码应是九位数字，例如 411702101。',
      notTwoPeople: '要由两位不同的经办人确认：--confirmed-by 甲,乙。',
      secondNotVouched:
        '{{name}}（{{center}}）的国密文件不是用已登记的签名钥匙签的，没有登记；请先登记该中心的签名公钥。',
      secondUnknown: '{{name}}（{{center}}）的这把国密公钥没有登记过，不用停用。',
      notADay: '--on 后面应是日期，例如 2026-11-05。',
      notACounty: '县级区划代码应是六位数字。',
      notAComplaint: '{{file}} 不是密封的投诉，请核对文件。',
      complaintForOthers: '{{file}} 不是用本县的公钥加密的，本县的私钥打不开；请核对钥匙。',
      complaintDamaged: '{{file}} 已损坏或被改动，打不开；请让送信人凭编号在中心再存一次。',
      notConfirmed:
        '新的一期要写明最后一个已知校验码和两位经办人：--new-epoch-after 校验码 --confirmed-by 甲,乙。',
    },
  },
  refusals: {
    FILE_EMPTY: '文件是空的，请让中心重新拷贝上报包。',
    FILE_TOO_LARGE: '文件太大（超过 {{limit}} MB），不是上报包，请核对。',
    NOT_A_PACKAGE: '这不是上报包文件，或文件开头已损坏；请让中心重新拷贝。',
    NOT_FOR_THIS_KEY: '这份文件不是用本县的公钥加密的，本县的私钥打不开；请核对钥匙，或退给中心。',
    DAMAGED: '文件已损坏或被改动，打不开；请让中心重新拷贝原文件。',
    CONTAINER_MALFORMED: '包的结构不合规定（第 {{offset}} 字节处），可能被改动；请让中心重新生成。',
    CONTAINER_ENTRIES: '包里的文件不齐、多余或次序不对（{{entry}}）；请让中心重新生成。',
    SIGNATURE_MALFORMED: '签名文件不合规定，可能被改动；请让中心重新生成。',
    SIGNATURE_OF_OTHER_KIND: '签名不是用于月报的，不能当作月报接收；请联系中心。',
    SIGNER_UNKNOWN: '签名的公钥没有登记；请先核对指纹并登记该中心，再核验。',
    SIGNER_REVOKED: '签名的公钥已经作废；请联系中心，用新钥匙重新登记。',
    SIGNER_NOT_IN_FORCE: '签名的公钥今天不在有效期内（{{from}} 至 {{until}}）；请让中心重新登记。',
    SIGNATURE_WRONG: '签名与内容不符，内容被改动过；请让中心重新生成。',
    SECOND_SIGNATURE_MISSING: '登记了国密（SM2）公钥的中心须有第二个签名，这个包里没有；请让中心重新生成。',
    SECOND_SIGNER_UNKNOWN:
      '包里有国密（SM2）签名，而本县没有登记该中心的国密公钥；请先登记中心的 .sm2 文件，再核验。',
    SECOND_SIGNATURE_MALFORMED: '国密（SM2）签名文件的格式不对；请让中心重新生成。',
    SECOND_SIGNATURE_WRONG: '国密（SM2）签名与内容不符；请让中心重新生成。',
    SUMS_MALFORMED: '校验清单第 {{line}} 行不合规定，可能被改动；请让中心重新生成。',
    SUMS_DIFFER: '{{file}} 与签过名的校验清单不符，内容被改动过；请让中心重新生成。',
    MANIFEST_MALFORMED: '包的说明（manifest.json）不合规定（{{field}}）；请让中心升级程序后重新生成。',
    MANIFEST_VERSION: '包的格式版本是 {{found}}，本程序只认 {{known}}；请两边使用同一版本的程序。',
    OTHER_RECIPIENT: '这份包写明交给别的收件人，不是本县；请退回中心。',
    OTHER_COUNTY: '这份包写的是县 {{found}}，本县是 {{county}}；请退回中心。',
    OTHER_CENTRE: '包里写的中心是 {{found}}，签名的却是 {{center}}；可能冒名，请联系两个中心核实。',
    OTHER_KEY: '包里写的签名公钥与实际签名的不是同一把；可能被改动，请联系中心。',
    PERIOD_IN_FUTURE: '上报的月份 {{period}} 还没有到；请让中心核对电脑日期和月份。',
    CENTRE_ON_HOLD:
      '该中心第 {{epoch}} 期第 {{seq}} 号出现过两个不同的包，已暂停接收；请当面核实后启用新的一期。',
    EPOCH_PAST:
      '这份包属于已经结束的第 {{epoch}} 期（现在是第 {{last}} 期）；可能是旧备份生成的，请联系中心。',
    EPOCH_UNCONFIRMED:
      '这份包开始新的第 {{epoch}} 期，须由两位经办人确认最后一个已知校验码 {{hash}} 后才能接收。',
    EPOCH_SKIPPED:
      '期号从第 {{last}} 期跳到第 {{epoch}} 期，不能接收；请与中心核实后，用 resync --epoch {{epoch}} 让这一期开始。',
    REPLAY: '这份包以前已经收到（第 {{epoch}} 期第 {{seq}} 号），没有重复入账。',
    AFTER_RETURNED:
      '第 {{seq}} 号接在被退回的第 {{returned}} 号后面，不能接收；请让中心导入回执，从第 {{returned}} 号起重新生成。',
    FORK: '第 {{epoch}} 期第 {{seq}} 号以前收到过另一份不同的包：电脑可能被复制、恢复过旧备份，或钥匙被盗；已暂停接收该中心，请当面核实。',
    GAP: '缺第 {{from}} 至 {{to}} 号上报包，这份（第 {{seq}} 号）先暂存；请向中心索要，补齐后自动接收。',
    CHAIN_BROKEN: '第 {{seq}} 号与前一份接不上（前一份的校验码不同）；请联系中心核实是否用了旧备份。',
    PERIOD_TAKEN: '{{period}} 的月报已经收到；有变动请让中心生成更正包。',
    NOTHING_TO_CORRECT: '还没有收到 {{period}} 的月报，不能更正；请让中心先交月报。',
    TABLE_TOO_LARGE: '{{table}} 表太大，不合规定；请联系中心。',
    ROW_MALFORMED: '{{table}} 表第 {{line}} 行不合规定的写法；请让中心升级程序后重新生成。',
    ROW_FIELDS: '{{table}} 表第 {{line}} 行的项目与规定的不一致（多了或少了）；请让中心升级程序后重新生成。',
    ROW_VALUE: '{{table}} 表第 {{line}} 行的 {{field}} 不在规定范围内；请让中心核对后重新生成。',
    ROW_ORDER: '{{table}} 表第 {{line}} 行重复或次序不对；请让中心重新生成。',
    ROW_REFERENCE: '{{table}} 表第 {{line}} 行的 {{field}} 在本包里找不到对应的人；请联系中心。',
    COUNTS_DIFFER: '{{table}} 表的行数与包的说明不符；请让中心重新生成。',
    TOTALS_DIFFER: '工资合计（{{field}}）与包的说明不符；请让中心重新生成。',
  },
};
