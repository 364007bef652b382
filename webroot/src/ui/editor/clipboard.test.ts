import { describe, expect, test } from 'vitest';

import type { Delta } from '../../text/op';
import { DeltaBuilder } from '../../text/delta';
import { documentFault } from '../../text/rules';
import { type PastedLine, pastedLines } from './clipboard';

/** A line as « # title », « - item », « 1. item »; **bold**, _italic_ and [words](address) in it. */
function written({ text, form }: PastedLine): string {
  const sign =
    form.header !== undefined
      ? '#'.repeat(form.header) + ' '
      : ({ bullet: '- ', ordered: '1. ' }[form.list ?? ''] ?? '');
  const words = text.map((op) => {
    if (!('insert' in op)) throw new Error('a pasted line is insertions');
    const { bold, italic, link } = op.attributes ?? {};
    const styled = `${bold ? '**' : ''}${italic ? '_' : ''}${op.insert}${italic ? '_' : ''}${bold ? '**' : ''}`;
    return typeof link === 'string' ? `[${styled}](${link})` : styled;
  });
  return sign + words.join('');
}

function paste(html: string, plain = ''): string[] {
  return pastedLines(html, plain).map(written);
}

function documentOf(lines: readonly PastedLine[]): Delta {
  const whole = new DeltaBuilder();
  for (const { text, form } of lines) {
    for (const op of text) whole.add(op);
    whole.insert('\n', Object.keys(form).length === 0 ? undefined : { ...form });
  }
  return whole.build();
}

describe('V-40 what programs put in the clipboard keeps its words and its form', () => {
  test('Word: headings, its own lists, smart tags, conditional comments', () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<style><!-- p.MsoNormal {margin:0cm;} --></style><xml><w:WordDocument/></xml></head><body lang=FR>
<!--StartFragment--><h1>Accueillir <span style='font-weight:bold'>au</span>
guichet<o:p></o:p></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Tenez</b> le <i>guichet</i>&nbsp;:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>accueillez<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>orientez</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Voir <a href="https://eduscol.education.fr/a?b=1&amp;c=2">la page</a><span style='display:none;mso-hide:all'>caché</span>.</p>
<!--EndFragment--></body></html>`;
    expect(paste(word)).toEqual([
      '# Accueillir au guichet',
      '**Tenez** le _guichet_\u00a0:',
      '- accueillez',
      '1. orientez',
      'Voir [la page](https://eduscol.education.fr/a?b=1&c=2).',
    ]);
  });

  test('LibreOffice: paragraphs in items, entities, capitals', () => {
    const office = `<!DOCTYPE html><HTML><HEAD><TITLE></TITLE><STYLE TYPE="text/css">p { margin: 0 }</STYLE></HEAD>
<BODY LANG="fr-FR"><H2 CLASS="western">L&rsquo;accueil</H2><P STYLE="margin-bottom: 0cm"><B>&Eacute;couter</B>,
reformuler&nbsp;; <FONT FACE="Arial"><I>conclure</I></FONT></P>
<UL><LI><P>un</P><LI><P>deux</P></UL><OL><LI><P>trois</P></LI></OL>
<TABLE><TR><TD><P>Heure</P></TD><TD><P>Poste</P></TD></TR></TABLE></BODY></HTML>`;
    expect(paste(office)).toEqual([
      '## L’accueil',
      '**Écouter**, reformuler\u00a0; _conclure_',
      '- un',
      '- deux',
      '1. trois',
      'Heure | Poste',
    ]);
  });

  test('a page of the web and Google Docs: weights of style count, not tags', () => {
    const web = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span
style="font-size:11pt;font-weight:700">Fort</span><span style="font-weight:400"> puis </span><span
style="font-style:italic">penché</span></p><ul><li dir="ltr"><p role="presentation">un<ul><li>dedans</li></ul></p></li></ul></b>
<div>une<br>deux<script>alert(1)</script></div>`;
    expect(paste(web)).toEqual(['**Fort** puis _penché_', '- un', '- dedans', 'une', 'deux']);
  });

  test('our own texts come back as they were', () => {
    const own = `<h4 data-pm-slice="1 1 []">Titre</h4><h5>Sous</h5><p class="item bullet">un</p><p class="item ordered"><strong>deux</strong></p><p>fin</p>`;
    expect(paste(own)).toEqual(['# Titre', '## Sous', '- un', '1. **deux**', 'fin']);
  });

  test('without HTML, or with nothing to read in it, the words come as they are', () => {
    expect(paste('', 'un\r\n\r\n\tdeux')).toEqual(['un', '', ' deux']);
    expect(paste('<img src=x>', 'une image')).toEqual(['une image']);
  });
});

describe('V-41 nothing harmful comes with it, and what comes may stand in a text', () => {
  const hostile = [
    '<script>alert(1)</script>vu',
    '<scr<script>ipt>alert(1)</script>',
    '<img src=x onerror=alert(1)>vu',
    '<svg onload=alert(1)><style><img src=x onerror=alert(1)></style></svg>vu',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">vu',
    '<a href="javascript:alert(1)">vu</a>',
    '<a href=" java\tscript:alert(1)">vu</a>',
    '<a href="&#106;avascript:alert(1)">vu</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">vu</a>',
    '<a href="https://exemple.fr/&quot; onclick=alert(1)">vu</a>',
    '<a href="vbscript:msgbox(1)" onmouseover=alert(1)>vu</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>vu',
    '<object data="x"><param name=a value=b></object>vu',
    '<form action=https://exemple.fr><input name=p><button>Envoyer</button></form>vu',
    '<p style="background:url(javascript:alert(1));position:fixed">vu</p>',
    '<template><img src=x onerror=alert(1)></template>vu',
    '<base href="https://exemple.fr"><link rel=stylesheet href=x><meta http-equiv=refresh content=0>vu',
    '<!--><img src=x onerror=alert(1)>-->vu',
    '<![CDATA[<img src=x onerror=alert(1)>]]>vu',
    '<p __proto__=x constructor=y>vu</p>&constructor; &__proto__;',
    '\u0000<p\u0000>v\u0007u\u2028\u2029\ufffe</p>\ud800',
    '&#0; &#xD800; &#x110000; &#9999999; &unknown;',
    '<p'.repeat(5000),
    '<b>'.repeat(20_000) + 'vu' + '</i>'.repeat(20_000),
    'vu<',
    '<a href="',
    "<p class='x",
    '</',
    '<!',
  ];

  test.each(hostile.map((html) => [html.slice(0, 60), html]))('%s', (_name, html) => {
    const lines = pastedLines(html, '');
    expect(documentFault(documentOf([...lines, { text: [], form: {} }]), 'rich', 100_000)).toBeUndefined();
    expect(lines.every(({ text }) => text.every((op) => 'insert' in op))).toBe(true);
    const forms = lines.flatMap(({ text }) =>
      text.flatMap((op) => ('insert' in op ? Object.entries(op.attributes ?? {}) : [])),
    );
    for (const [name, value] of forms)
      if (name === 'link') expect(value).toMatch(/^(https?|mailto):[^"<>\s]+$/);
      else expect([name, value]).toEqual([expect.stringMatching(/^(bold|italic)$/), true]);
  });

  test('a hundred thousand tags are read in a moment', () => {
    const from = performance.now();
    pastedLines('<div><a x="'.repeat(50_000), '');
    pastedLines('<p>'.repeat(100_000) + '</q>'.repeat(100_000), '');
    pastedLines('<ul><li>a'.repeat(30_000), '');
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});

describe('V-47 a mention comes from a text of Binôme only', () => {
  const mention =
    '<p data-pm-slice="1 1 []">Voir <strong><span data-mention="pMehdi">@Mehdi R.</span></strong> ici</p>';
  const texts = (html: string) => pastedLines(html, '').flatMap(({ text }) => text);

  test('with its person, and not with the name', () => {
    expect(texts(mention)).toEqual([
      { insert: 'Voir ' },
      { insert: '\ufffc', attributes: { bold: true, mention: 'pMehdi' } },
      { insert: ' ici' },
    ]);
  });

  test('from elsewhere it is its words, and a bare object character is nothing', () => {
    expect(texts(mention.replace(/ data-pm-slice="[^"]*"/, ''))).toEqual([
      { insert: 'Voir ' },
      { insert: '@Mehdi R.', attributes: { bold: true } },
      { insert: ' ici' },
    ]);
    expect(texts(mention.replace('pMehdi', 'systeme'))).toContainEqual({
      insert: '@Mehdi R.',
      attributes: { bold: true },
    });
    expect(texts('<p>une\ufffc image &#xFFFC;ici</p>')).toEqual([{ insert: 'une image ici' }]);
    expect(pastedLines('', 'une\ufffc image')).toEqual([{ text: [{ insert: 'une image' }], form: {} }]);
  });
});
