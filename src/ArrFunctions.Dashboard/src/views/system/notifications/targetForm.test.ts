import { expect, test } from 'vitest';
import type { Setting } from '../configuration/settings';
import { changed, entriesOf, type Entry } from './entries';
import { filledOf, freeName, nameOf, wishOf, withKind, type Filled } from './targetForm';

const list = 'Notifications:Targets';
const entry = (members: Readonly<Record<string, string>>): Entry => {
  const settings = Object.entries(members).map(([member, value]): Setting => ({
    key: `${list}:500:${member}`, value: ['Url', 'Token'].includes(member) ? undefined : value, source: 'stored', isSet: true, isSecret: ['Url', 'Token'].includes(member),
    isLive: true, isPending: false, isFixed: false, isStorable: true, isList: member === 'To', type: 'string', description: '',
  }));
  const [found] = entriesOf(settings, list);
  if (found === undefined) {
    throw new Error('There is no entry.');
  }

  return found;
};
const mail = entry({ Kind: 'Smtp', Name: 'post', Url: 'x', Token: 'x', User: 'me', From: 'a@example.org', To: 'b@example.org,c@example.org' });
const filled = (over: Partial<Filled>): Filled => ({ ...filledOf(null, []), ...over });

test('A new target has what its kind asks for, and nothing that was typed for another kind', () => {
  expect(changed(list, 500, null, wishOf(filled({ kind: 'discord', name: ' team ', url: ' https://discord.example/x ', token: 'typed before', user: 'me', to: 'a@example.org' }), null))).toEqual({
    [`${list}:500:Kind`]: 'discord', [`${list}:500:Name`]: 'team', [`${list}:500:Url`]: 'https://discord.example/x',
  });
});

test('A token is sent as it was typed: white space may belong to it', () => {
  expect(wishOf(filled({ kind: 'ntfy', token: ' tk ' }), null)).toMatchObject({ Token: ' tk ' });
});

test('Nothing that is secret is in the form of a target that is there', () => {
  expect(filledOf(mail, [])).toEqual({
    kind: 'smtp', name: 'post', url: '', token: '', isTokenGone: false, user: 'me', from: 'a@example.org', to: 'b@example.org, c@example.org', tag: '', schedule: '', attach: true,
  });
});

test('A target that is stored as it was is no change, and its secrets stay', () => {
  expect(changed(list, 500, mail, wishOf(filledOf(mail, []), mail))).toEqual({});
});

test('A recipient, an address and a switch are changed alone', () => {
  const wish = wishOf({ ...filledOf(mail, []), to: 'c@example.org; d@example.org\n', url: 'smtp://mail.example.org:587', attach: false, user: '' }, mail);
  expect(changed(list, 500, mail, wish)).toEqual({
    [`${list}:500:To`]: ['c@example.org', 'd@example.org'], [`${list}:500:Url`]: 'smtp://mail.example.org:587', [`${list}:500:Attach`]: false, [`${list}:500:User`]: null,
  });
});

test('A saved token goes only when somebody says so', () => {
  expect(changed(list, 500, mail, wishOf({ ...filledOf(mail, []), isTokenGone: true }, mail))).toEqual({ [`${list}:500:Token`]: null });
});

test('A name is proposed that nobody has, and one that somebody wrote stays with another kind', () => {
  expect(freeName('discord', ['discord', 'discord-2', 'slack'])).toBe('discord-3');
  expect(withKind(filledOf(null, ['ntfy']), 'ntfy', ['ntfy']).name).toBe('ntfy-2');
  expect(withKind({ ...filledOf(null, []), name: 'team' }, 'ntfy', []).name).toBe('team');
});

test('A target without a name is called like its kind', () => expect(nameOf(entry({ Kind: 'Ntfy', Url: 'x' }))).toBe('ntfy'));
