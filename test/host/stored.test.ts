import { Stored } from '../../host/protocol/stored';
import { memoryStorage } from './memory-storage';

test('keeps what was written; starts with the initial value, also when what is there cannot be read', () => {
  const storage = memoryStorage();
  const stored = new Stored(storage, 'k', { a: 1 });
  expect(stored.read()).toEqual({ a: 1 });
  stored.write({ a: 2 });
  expect(new Stored(storage, 'k', { a: 1 }).read()).toEqual({ a: 2 });
  storage.setItem('k', '{');
  expect(stored.read()).toEqual({ a: 1 });
});
