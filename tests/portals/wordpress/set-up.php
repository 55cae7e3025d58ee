<?php
// Sets WordPress up, and writes the same tag twice: as an administrator, who may write HTML, and as an author, whose posts kses filters.
// Prints the two addresses as JSON.
define('WP_INSTALLING', true);
$_SERVER += ['HTTP_HOST' => 'portal.test', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1'];
mysqli_connect('localhost', 'root', '')->query('CREATE DATABASE wp');
require getenv('WP_ROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

function wp_mail()
{
    return true;
}

wp_install('Phường Thử', 'admin', 'admin@example.vn', false, '', 'admin');
update_option('template', 'bare');
update_option('stylesheet', 'bare');
$users = ['admin' => get_user_by('login', 'admin')->ID];
$users['author'] = wp_insert_user(['user_login' => 'author', 'user_pass' => 'author', 'role' => 'author']);
$addresses = [];
foreach ($users as $name => $id) {
    wp_set_current_user($id);
    kses_init();
    $post = ['post_title' => $name, 'post_status' => 'publish', 'post_content' => getenv('WP_POST')];
    $addresses[$name] = '/?p=' . wp_insert_post(wp_slash($post));
}
echo json_encode($addresses);
