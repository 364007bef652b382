import { beforeEach, expect, test } from 'vitest';

import { FakeBoard } from '../../../tools/atelier/FakeBoard';
import { school } from '../../../tools/atelier/school';
import { type About, commentairesOf, openIn, quoted } from '../../parcours/commentaires';
import { duplicate } from '../model/situations';
import { isTalk } from '../tableau/visit.svelte';
import { lineOf } from '../text/line';
import { answer, comment, LONGEST_WORDS, reply, rewrite, takeAway } from './acts';
import { Desk } from './Desk.svelte';
import { commentsShown } from './shown';

let board: FakeBoard;
let shown: number;

beforeEach(() => {
  board = new FakeBoard('b1', 'claire', school());
  board.model.introduce({
    claire: { name: 'Claire K.', hue: 0 },
    sophie: { name: 'Sophie B.', hue: 2 },
  });
  shown = 0;
});

const desk = () => new Desk(board.model, 's1', () => shown++);
const say = (words: string, about: About = {}) => comment(board.model, 's1', about, 'remarque', words);
const said = () => commentairesOf(board.model, 's1').map(({ id }) => lineOf(board.model.text(id, 'texte')));

test('V-138 comments stand in the order of the sheet, then of saying; of an étape that is gone last in the déroulé', () => {
  say('évaluation', { section: 'evaluation' });
  say('étape 3', { section: 'deroule', etape: 'et3' });
  say('étape 1', { section: 'deroule', etape: 'et1' });
  say('déroulé', { section: 'deroule' });
  say('tout');
  say('tout encore');
  say('contexte', { section: 'contexte' });
  say('étape 2', { section: 'deroule', etape: 'et2' });
  board.colleague('mehdi', { type: 'remove', id: 'et1' });
  const order = ['tout', 'tout encore', 'contexte', 'déroulé', 'étape 2', 'étape 3', 'étape 1', 'évaluation'];
  expect(said()).toEqual(order);
});

test('V-141 what is quoted is one line, without half a character, and not too long', () => {
  expect(quoted(' Deux\n  lignes ')).toBe('Deux lignes');
  expect(quoted(' \n ')).toBeUndefined();
  const long = quoted('👩‍🏫'.repeat(300)) ?? '';
  expect(long.length).toBeLessThanOrEqual(280);
  expect(long.isWellFormed()).toBe(true);
  expect(LONGEST_WORDS).toBeLessThan(5_000);
});

test('V-142 the margin counts what has no answer, the whole at the head, an étape that is gone at the déroulé', () => {
  const one = desk();
  say('tout');
  say('étape 1', { section: 'deroule', etape: 'et1' });
  say('étape 2', { section: 'deroule', etape: 'et2' });
  say('consigne', { section: 'consigne' });
  const counts = () =>
    [
      { section: 'titre' },
      { section: 'deroule' },
      { section: 'deroule', etape: 'et1' },
      { section: 'consigne' },
    ]
      .map((about) => one.about(about as About).length)
      .join(' ');
  expect(counts()).toBe('1 0 1 1');
  board.colleague('mehdi', { type: 'remove', id: 'et1' });
  expect(counts()).toBe('1 1 0 1');
  const last = one.said.at(0);
  if (last) answer(board.model, last, 'reglee');
  expect(counts()).toBe('0 1 0 1');
  expect(openIn(board.model, 's1')).toBe(3);
});

test('V-139 who may only comment finds the comments first, and is sent nothing but what they may do', () => {
  expect(desk().pane).toBe('controles');
  board.model.role = 'commentaire';
  expect(desk().pane).toBe('commentaires');
  expect(board.model.writable).toBe(false);
  say('Une question');
  takeAway(board.model, commentairesOf(board.model, 's1')[0]?.id ?? '', 'Retirée');
  expect(board.model.undo()).toBeDefined();
  expect(said()).toEqual(['Une question']);
  board.model.role = 'lecture';
  expect(desk().pane).toBe('controles');
  expect(board.model.undo()).toBeUndefined();
});

test('V-143 a comment, a reply and an answer of a colleague are told with their place, one’s own are not', () => {
  say('Une question', { section: 'consigne' });
  const [mine] = commentairesOf(board.model, 's1');
  const before = commentsShown(board.model, 's1');
  expect(before.glow).toBeUndefined();
  const fields = { auteur: 'sophie', le: { day: '2026-11-24' }, texte: [{ insert: 'Oui\n' }] };
  board.colleague('sophie', { type: 'create', kind: 'reponse', id: 're1', in: mine?.id ?? '', fields });
  const after = commentsShown(board.model, 's1');
  expect(after.glow?.by).toBe('sophie');
  expect(after.sentence('Sophie B.', before.value)).toBe(
    'Sophie B. a répondu à un commentaire\u00a0: Consigne.',
  );
  expect(after.sentence('Sophie B.', after.value)).toBeUndefined();
});

test('V-144 words are rewritten as an edit of the text, and what was pasted is cleaned', () => {
  say('Une  question \r\nen deux\ufffc lignes ');
  const [one] = commentairesOf(board.model, 's1');
  const id = one?.id ?? '';
  expect(said()).toEqual(['Une  question \nen deux lignes']);
  rewrite(board.model, id, 'Une question\nen deux lignes');
  expect(board.sent.at(-1)).toMatchObject({ type: 'editText', id, field: 'texte' });
  const acts = board.acts.length;
  rewrite(board.model, id, 'Une question\nen deux lignes');
  expect(board.acts).toHaveLength(acts);
});

test('V-145 an answer says who gave it and when; taken away, the comment is open again', () => {
  say('Une question');
  const [one] = commentairesOf(board.model, 's1');
  if (!one) throw new Error('nothing said');
  reply(board.model, one.id, 'Une réponse');
  answer(board.model, one, 'reglee');
  const [answered] = commentairesOf(board.model, 's1');
  expect(answered?.suite).toMatchObject({ issue: 'reglee', par: 'claire' });
  expect(answered?.reponses).toHaveLength(1);
  board.model.send({ type: 'remove', id: `${one.id}~suite~claire` });
  expect(openIn(board.model, 's1')).toBe(1);
});

test('V-146 a situation that was only commented on is not told as changed', () => {
  expect(isTalk({ what: ['commentaire', 'reponse.texte', 'suite'] })).toBe(true);
  expect(isTalk({ what: ['commentaire', 'situation.titre'] })).toBe(false);
});

test('V-147 a copy of a situation has none of its comments', () => {
  say('Une question');
  const copy = duplicate(board.model, 's1') ?? '';
  expect(board.model.entity(copy)?.kind).toBe('situation');
  expect(commentairesOf(board.model, copy)).toEqual([]);
});
