/** The page is built as the pane is, but for its entry; not minified, which takes a third of the time. */
const { join } = require('node:path');
const configurationsOf = require('../../../../webpack.config.js');

const [{ module: modules, resolve, target }] = configurationsOf({}, { mode: 'development' });

module.exports = {
  mode: 'development',
  devtool: false,
  target,
  module: modules,
  resolve,
  entry: { page: join(__dirname, 'page.ts') },
  output: {
    path: join(__dirname, '../../../../.cache/test-pages/recent-bounces-page'),
    filename: '[name].js',
    publicPath: '',
  },
};
